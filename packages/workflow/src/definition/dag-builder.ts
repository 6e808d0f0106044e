import * as z from "zod";
import { bindInputs } from "./bind-inputs.js";
import { checkGraph } from "./check-graph.js";
import { type Condition, type ConditionExpression, sourcesOfCondition } from "./condition.js";
import type { Approval, ApprovalFields, Dag, MapResult, Repetition, TaskRefs, Template } from "./dag.js";
import { DefinitionError } from "./errors.js";
import type { CallTask, Graph, GraphOutput, MapOver, MapTask, RepeatTask, Task } from "./graph.js";
import { joinReferences } from "./join-references.js";
import { checkPortName, checkTemplateName } from "./names.js";
import { omitUndefined } from "./omit-undefined.js";
import { checkParameterSchema } from "./parameter-schema.js";
import type { PodOptions } from "./pod-options.js";
import {
  type AnyValue,
  artifactList,
  type Inputs,
  listOf,
  type OutputPort,
  type Outputs,
  type ParameterPort,
  parameter,
} from "./port.js";
import { portOfReference, referenceTo } from "./port-reference.js";
import { type AnyRef, ArtifactRef, ItemRef, isMaybe, isReference, ParameterRef } from "./reference.js";
import { checkTaskOptions, type TaskOptions } from "./task-options.js";
import type { ValueSource } from "./value-source.js";

const anyValue: z.ZodType<AnyValue> = z.any();

type UntypedWiring = Readonly<Record<string, unknown>>;

/** Collects tasks while `build` runs. `Dag` is its typed interface; the builder checks again what the types may not have. */
export class DagBuilder implements Dag {
  readonly #workflow: string;
  readonly #tasks = new Map<string, Task>();
  readonly #sources = new WeakSet<ValueSource>();
  readonly #handles = new WeakMap<object, string>();

  constructor(workflow: string) {
    this.#workflow = workflow;
  }

  /** Registers a reference as one of this graph. */
  own<R extends AnyRef>(ref: R): R {
    this.#sources.add(ref.source);
    return ref;
  }

  task<O extends Outputs, W>(
    template: Template<Inputs, O>,
    wiring: UntypedWiring,
    options: TaskOptions = {},
  ): TaskRefs<O, W> {
    this.#addCall(template, wiring, options, { kind: "call" });
    return this.#results(options.name ?? template.name, template.outputs, options, asIs);
  }

  map<O extends Outputs, W>(
    step: Template<Inputs, O>,
    items: readonly unknown[] | AnyRef,
    // biome-ignore lint/suspicious/noExplicitAny: one body serves the overloads for parameter items and artifact items
    wiring: (item: any, index: ParameterRef<number>) => UntypedWiring,
    options: TaskOptions = {},
  ): MapResult<O, W> {
    const name = options.name ?? step.name;
    for (const [output, port] of Object.entries(step.outputs)) {
      if (port.kind === "artifact" && port.list) {
        throw this.#error(
          name,
          `output "${output}" of the mapped step is a list already. Output it as one artifact.`,
        );
      }
    }
    const { map, item } = this.#mapOver(name, items);
    const index = new ParameterRef<number>({ from: "index" }, z.int());
    this.#addCall(step, wiring(item, index), options, { kind: "map", map });
    return this.#results(name, step.outputs, options, listOf);
  }

  repeat<I extends Inputs, O extends Outputs, W>(
    template: Template<I, O>,
    wiring: UntypedWiring,
    repetition: Repetition<I, O>,
    options: TaskOptions = {},
  ): TaskRefs<O, W> {
    const name = options.name ?? template.name;
    const { maxRounds } = repetition;
    if (!(Number.isInteger(maxRounds) && maxRounds >= 1 && maxRounds <= 30)) {
      throw this.#error(
        name,
        `maxRounds is ${maxRounds}. Expected a whole number from 1 to 30 (Argo's stack ends at 100).`,
      );
    }
    const round: TaskRefs<O, undefined> = this.#results(name, template.outputs, {}, asIs);
    const until = repetition.until(round).expression;
    const wired: UntypedWiring = repetition.next(round);
    const read = [
      ...sourcesOfCondition(until),
      ...Object.values(wired).flatMap((value) => (isReference(value) ? [value.source] : [])),
    ];
    if (!read.every((source) => source.from === "task" && source.task === name)) {
      throw this.#error(
        name,
        "until and next may read only outputs of the round. Add the value to its outputs.",
      );
    }
    const where = `${this.#workflow}: task "${name}"`;
    const next = bindInputs(where, template.inputs, wired, (ref) => this.#belongs(ref), "some");
    this.#addCall(template, wiring, options, { kind: "repeat", repeat: { until, next, maxRounds } });
    return this.#results(name, template.outputs, options, asIs);
  }

  approve<F extends ApprovalFields, W extends Condition | undefined>(
    approval: Approval<F, W>,
  ): TaskRefs<never, W> {
    const { name, message } = approval;
    const fields = Object.entries(approval.fields);
    if (fields.length === 0)
      throw this.#error(name, "an approve task needs at least one field for a person to fill in.");
    const ports = Object.fromEntries(
      fields.map(([field, schema]) => [field, this.#fieldPort(name, field, schema)]),
    );
    const shows = Object.entries(approval.shows ?? {}).map(([key, ref]): [string, ValueSource] => {
      if (!this.#belongs(ref))
        throw this.#error(name, `"${key}" of shows is a reference of another workflow.`);
      return [key, ref.source];
    });
    this.#add({
      kind: "approve",
      name,
      ...omitUndefined({ message }),
      fields: ports,
      shows: Object.fromEntries(shows),
      after: this.#after(name, approval.after),
      ...(approval.when === undefined ? {} : { when: this.#when(name, approval.when) }),
    });
    const options = approval.when === undefined ? {} : { when: approval.when };
    return this.#results(name, ports as Outputs, options, asIs);
  }

  // biome-ignore lint/suspicious/noExplicitAny: one body serves the overloads for parameters and artifacts
  firstOf(...alternatives: readonly AnyRef[]): any {
    const foreign = alternatives.some((ref) => !this.#belongs(ref));
    if (foreign)
      throw new DefinitionError(`${this.#workflow}: firstOf received a reference of another workflow.`);
    return this.own(joinReferences(this.#workflow, alternatives));
  }

  /**
   * Checks and returns the graph.
   * @throws {DefinitionError} for a cycle, an `after` that does not name a task, or an output that may not exist
   */
  finish(outputs: Readonly<Record<string, unknown>>): Graph {
    checkGraph(this.#workflow, this.#tasks);
    const checked = Object.entries(outputs).map(([name, ref]) => [name, this.#output(name, ref)]);
    return { tasks: this.#tasks, outputs: Object.fromEntries(checked) };
  }

  #output(name: string, ref: unknown): GraphOutput {
    if (!isReference(ref) || isMaybe(ref) || !this.#belongs(ref)) {
      throw new DefinitionError(
        `${this.#workflow}: output "${name}" is not a reference of this workflow that always exists. ` +
          "Return references from dag.task; join conditional ones with dag.firstOf.",
      );
    }
    checkPortName(this.#workflow, ref.kind, name);
    return { source: ref.source, port: portOfReference(ref) };
  }

  #addCall(
    template: Template<Inputs, Outputs>,
    wiring: UntypedWiring,
    options: TaskOptions,
    loop: Pick<CallTask, "kind"> | Pick<MapTask, "kind" | "map"> | Pick<RepeatTask, "kind" | "repeat">,
  ): void {
    const name = options.name ?? template.name;
    checkTaskOptions(name, options);
    if (template.kind === "workflow" && (options.timeout !== undefined || options.retry !== undefined)) {
      throw this.#error(
        name,
        "a nested workflow cannot have a timeout or a retry. Set them on the steps inside.",
      );
    }
    if (template.kind === "workflow" && template.exit !== undefined) {
      throw this.#error(
        name,
        `${template.name} has an onExit, which Argo runs only for the outermost workflow. Move it to that workflow, or define ${template.name} without it.`,
      );
    }
    const where = `${this.#workflow}: task "${name}"`;
    this.#add({
      ...loop,
      name,
      template,
      wiring: bindInputs(
        where,
        template.inputs,
        wiring,
        (ref) => (isOfIteration(ref) ? loop.kind === "map" : this.#belongs(ref)),
        "all",
      ),
      after: this.#after(name, options.after),
      ...(options.when === undefined ? {} : { when: this.#when(name, options.when) }),
      ...omitUndefined({ retry: options.retry, timeout: options.timeout }),
      pod: podOptions(options),
      dagTask: options.dagTask ?? {},
    });
  }

  #add(task: Task): void {
    checkTemplateName("task", task.name);
    if (this.#tasks.has(task.name)) {
      throw this.#error(task.name, 'two tasks have this name. Rename one of them: { name: "…" }.');
    }
    this.#tasks.set(task.name, task);
  }

  #mapOver(task: string, items: readonly unknown[] | AnyRef): { map: MapOver; item: AnyRef } {
    if (!isReference(items)) {
      const list = parameter(z.array(anyValue));
      const item = new ItemRef({ from: "item" }, anyValue);
      return { map: { items: { kind: "value", value: items }, kind: "parameter", list }, item };
    }
    if (!this.#belongs(items)) throw this.#error(task, "the map runs over a reference of another workflow.");
    const binding = { kind: "source", source: items.source, maybe: false } as const;
    if (isMaybe(items))
      throw this.#error(task, "the map runs over a list that may not exist. Use dag.firstOf first.");
    if (items.kind === "parameter") {
      const item = new ItemRef({ from: "item" }, anyValue);
      return { map: { items: binding, kind: "parameter", list: parameter(items.schema) }, item };
    }
    if (!items.list) throw this.#error(task, "the map runs over one artifact. Expected a list of artifacts.");
    const item = new ArtifactRef({ from: "item" }, items.codec, false);
    return { map: { items: binding, kind: "artifact", list: artifactList(items.codec) }, item };
  }

  #fieldPort(
    task: string,
    field: string,
    schema: z.ZodType<AnyValue>,
  ): ParameterPort<AnyValue, "required" | "defaulted"> {
    const where = `${this.#workflow}: task "${task}"`;
    checkPortName(where, "parameter", field);
    checkParameterSchema(`${where}: field "${field}"`, schema);
    const offered = schema.safeParse(undefined);
    return offered.success && offered.data !== undefined
      ? parameter(schema, offered.data)
      : parameter(schema);
  }

  #after(task: string, after: TaskOptions["after"] = []): string[] {
    return after.flatMap((item) => {
      if (typeof item === "string") return [item];
      if (isReference(item)) {
        if (item.source.from === "task" && this.#belongs(item)) return [item.source.task];
      } else {
        const name = this.#handles.get(item);
        if (name !== undefined) return [name];
      }
      throw this.#error(task, '"after" names something that is not a task of this workflow.');
    });
  }

  #belongs(ref: AnyRef): boolean {
    return this.#sources.has(ref.source);
  }

  #when(task: string, condition: Condition): ConditionExpression {
    if (!sourcesOfCondition(condition.expression).every((source) => this.#sources.has(source))) {
      throw this.#error(task, "its condition reads a reference of another workflow.");
    }
    return condition.expression;
  }

  #error(task: string, message: string): DefinitionError {
    return new DefinitionError(`${this.#workflow}: task "${task}": ${message}`);
  }

  /** The references that a call returns; `R` is their type, as `Dag` declares it for the same arguments. */
  #results<R>(
    task: string,
    outputs: Outputs,
    options: TaskOptions,
    shape: (port: OutputPort) => OutputPort,
  ): R {
    const results = Object.fromEntries(
      Object.entries(outputs).map(([output, port]) => {
        const source: ValueSource = { from: "task", task, output };
        return [output, this.own(referenceTo(source, shape(port), options.when !== undefined))];
      }),
    );
    this.#handles.set(results, task);
    return results as R;
  }
}

/** Whether a reference exists only inside an iteration of a map. */
function isOfIteration({ source }: AnyRef): boolean {
  return source.from === "item" || source.from === "index";
}

function podOptions({ image, resources, env, container, template }: TaskOptions): PodOptions {
  return {
    ...omitUndefined({ image, resources, env, container, template }),
  };
}

function asIs(port: OutputPort): OutputPort {
  return port;
}
