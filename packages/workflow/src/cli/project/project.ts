import type { Comparison } from "../../definition/comparison.js";
import type { Workflow } from "../../definition/graph.js";
import type { ModelExport } from "../../definition/model-export.js";

/** What a project passes to the command line. */
export interface Project {
  /** The first one is the default of every command. */
  readonly workflows: readonly [Workflow, ...Workflow[]];
  /** How `runs compare` and `runs page` compare two runs; without it they show values only. */
  readonly comparison?: Comparison;
  /** How `runs export` writes the model for other tools. */
  readonly modelExport?: ModelExport;
}
