import type { Workflow } from "../../definition/graph.js";

/** What a project passes to the command line. */
export interface Project {
  /** The first one is the default of every command. */
  readonly workflows: readonly [Workflow, ...Workflow[]];
}
