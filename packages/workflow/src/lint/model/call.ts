import type { DAGTask, WorkflowStep } from "../../definition/argo-schema/types.js";
import type { Path } from "../path.js";
import type { DeepPartial } from "./deep-partial.js";
import type { TemplateNode } from "./template-node.js";

/** A task of a DAG, or a step of a steps template: both call a template with arguments. */
export interface Call {
  readonly kind: "task" | "step";
  /** `tasks` or `steps`: the prefix of its variables. */
  readonly prefix: "tasks" | "steps";
  readonly value: DeepPartial<DAGTask> & DeepPartial<WorkflowStep>;
  readonly path: Path;
  readonly name: string;
  /** The template that contains it. */
  readonly caller: TemplateNode;
  /** Index of its group of parallel steps, from 0; always 0 for tasks. */
  readonly group: number;
  /** Its inline template. */
  readonly inline: TemplateNode | undefined;
}

/** Whether it runs once for each item of a list. */
export function isLoop({ value }: Call): boolean {
  return (
    (value.withItems !== undefined && value.withItems.length > 0) ||
    (value.withParam !== undefined && value.withParam !== "") ||
    value.withSequence !== undefined
  );
}
