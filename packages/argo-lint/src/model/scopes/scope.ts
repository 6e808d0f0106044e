/** The names of the variables that can be read at a place: its own and those of the enclosing scope. */
export class VariableScope {
  readonly #names = new Set<string>();
  readonly #outer: VariableScope | undefined;
  readonly #others: ((name: string) => boolean) | undefined;

  /** @param others whether a name exists, for names that are too many to list */
  constructor(outer?: VariableScope, others?: (name: string) => boolean) {
    this.#outer = outer;
    this.#others = others;
  }

  add(...names: readonly string[]): void {
    for (const name of names) this.#names.add(name);
  }

  has(name: string): boolean {
    return this.#names.has(name) || this.#others?.(name) === true || this.#outer?.has(name) === true;
  }

  *names(): Generator<string> {
    yield* this.#names;
    if (this.#outer !== undefined) yield* this.#outer.names();
  }
}

/** Any name below `item.` may exist: the list is known only at run time. */
export const anyItem = "item.*";
/** A name of a global output is known only at run time. */
export const anyGlobalParameter = "workflow.outputs.parameters.*";
export const anyGlobalArtifact = "workflow.outputs.artifacts.*";
