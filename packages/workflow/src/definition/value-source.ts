/**
 * Where a value comes from, relative to one graph: the data of a reference. The local runner and the compiler both read
 * the graph through value sources.
 */
export type ValueSource =
  /** A parameter or artifact of the workflow itself. */
  | { readonly from: "input"; readonly name: string }
  /** An output of a task; for a mapped task the list of all iterations' outputs. */
  | { readonly from: "task"; readonly task: string; readonly output: string }
  /** The item of a map's iteration, or one field of it. */
  | { readonly from: "item"; readonly field?: string }
  /** The iteration's number, from 0. */
  | { readonly from: "index" }
  /** The first of the alternatives whose task ran. */
  | { readonly from: "firstOf"; readonly alternatives: readonly ValueSource[] }
  /** In an exit handler: "Succeeded", "Failed" or "Error". */
  | { readonly from: "status" }
  /** In an exit handler: the failed tasks, or null. */
  | { readonly from: "failures" }
  /** In an exit handler: a declared output of the workflow. */
  | { readonly from: "output"; readonly name: string };

/** The tasks whose outputs a source reads. */
export function tasksOf(source: ValueSource): readonly string[] {
  switch (source.from) {
    case "task":
      return [source.task];
    case "firstOf":
      return source.alternatives.flatMap(tasksOf);
    default:
      return [];
  }
}

/** Describes a source for messages: `load-and-split-dataset.xTrain`, `the workflow's testSize`. */
export function describeSource(source: ValueSource): string {
  switch (source.from) {
    case "input":
      return `the workflow's ${source.name}`;
    case "task":
      return `${source.task}.${source.output}`;
    case "item":
      return source.field === undefined ? "the map's item" : `the map's item.${source.field}`;
    case "index":
      return "the map's index";
    case "firstOf":
      return `the first of ${source.alternatives.map(describeSource).join(", ")}`;
    case "status":
      return "the workflow's status";
    case "failures":
      return "the workflow's failures";
    case "output":
      return `the workflow's output ${source.name}`;
  }
}
