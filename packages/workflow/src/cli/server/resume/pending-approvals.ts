import * as z from "zod";
import { isWaiting, type ServerWorkflow, type WorkflowNode } from "../../../argo/client/index.js";
import type { ApproveTask } from "../../../definition/graph.js";
import { parameter } from "../../../definition/port.js";
import { type FoundTask, findTasks, nodesByName } from "../find-tasks.js";
import type { ProjectWorkflow } from "../match-project-workflow.js";

/** A node that waits for a person. */
export interface PendingApproval {
  readonly node: WorkflowNode;
  /** Task id: `review`, or `rounds/0/review`. */
  readonly id: string;
  /** With only the fields that have no value yet. */
  readonly task: ApproveTask;
  readonly shows: Readonly<Record<string, string>>;
}

/** A parameter of a suspend node, as Argo's form reads it. */
const formSchema = z.looseObject({
  name: z.string(),
  default: z.string().optional(),
  enum: z.array(z.string()).optional(),
});

const outputSchema = z.looseObject({
  name: z.string(),
  valueFrom: z
    .looseObject({ supplied: z.looseObject({}).nullish(), default: z.string().optional() })
    .optional(),
});

/** The nodes of a workflow that wait for a person, with the project's schemas if the workflow is one of the project's. */
export function pendingApprovals(found: ServerWorkflow, own: ProjectWorkflow | undefined): PendingApproval[] {
  const nodes = nodesByName(found);
  const tasks =
    own === undefined ? [] : findTasks(own.workflow.graph, own.workflow.inputs, own.root, "", nodes);
  return [...nodes.values()].filter(isWaiting).map((node) => {
    const open = new Set(openFields(node));
    return projectApproval(node, tasks, open) ?? manifestApproval(node, open);
  });
}

/** Names of the fields that have no value yet. */
function openFields({ outputs }: WorkflowNode): string[] {
  return (outputs?.parameters ?? []).flatMap((each) => {
    const parsed = outputSchema.safeParse(each);
    return parsed.success && parsed.data.valueFrom?.supplied != null ? [parsed.data.name] : [];
  });
}

function projectApproval(
  node: WorkflowNode,
  siblings: readonly FoundTask[],
  open: ReadonlySet<string>,
): PendingApproval | undefined {
  for (const { task, record, node: own, children } of siblings) {
    if (task.kind === "approve" && own?.id === node.id) {
      const fields = Object.entries(task.fields).filter(([field]) => open.has(field));
      const known = fields.length === open.size;
      if (!known) return undefined;
      const asked = { ...task, fields: Object.fromEntries(fields) };
      return { node, id: record.id, task: asked, shows: shownBy(task, siblings) };
    }
    const inside = projectApproval(node, children, open);
    if (inside !== undefined) return inside;
  }
  return undefined;
}

/** Output parameters of sibling tasks to show to the person. For artifacts there is `cp`. */
function shownBy({ shows }: ApproveTask, siblings: readonly FoundTask[]): Record<string, string> {
  const texts = Object.entries(shows).flatMap(([name, source]): [string, string][] => {
    if (source.from !== "task") return [];
    const sibling = siblings.find(({ task }) => task.name === source.task);
    const text = sibling?.record.outputs?.parameters[source.output];
    return text === undefined ? [] : [[name, text]];
  });
  return Object.fromEntries(texts);
}

/** The question of a node by its manifest alone: fields with choices or defaults, all others as text. */
function manifestApproval(node: WorkflowNode, open: ReadonlySet<string>): PendingApproval {
  const forms = (node.inputs?.parameters ?? []).map((each) => formSchema.parse(each));
  const fallbacks = (node.outputs?.parameters ?? []).map((each) => outputSchema.parse(each));
  const fields = [...open].map((name) => {
    const form = forms.find((each) => each.name === name);
    const fallback = fallbacks.find((each) => each.name === name)?.valueFrom?.default ?? form?.default;
    const schema = form?.enum === undefined ? z.string() : z.enum(form.enum);
    return [name, fallback === undefined ? parameter(schema) : parameter(schema, fallback)];
  });
  const task: ApproveTask = {
    kind: "approve",
    name: node.displayName,
    after: [],
    fields: Object.fromEntries(fields),
    shows: {},
  };
  return { node, id: node.displayName, task, shows: {} };
}
