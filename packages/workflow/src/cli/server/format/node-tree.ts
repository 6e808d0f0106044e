import type { ServerWorkflow, WorkflowNode } from "../../../argo/client/index.js";
import { UserError } from "../../../definition/errors.js";
import { timeOf } from "./humanize.js";

/** A node of a workflow with what is drawn below it, in the order in which it is drawn. */
export interface TreeNode {
  readonly node: WorkflowNode;
  readonly children: readonly TreeNode[];
}

/** Their nodes are drawn below them because they name them as their boundary. */
const boundaries = new Set(["DAG", "Steps"]);

/** Their nodes are drawn below them because they are their children. */
const parents = new Set(["StepGroup", "Retry"]);

const leaves = new Set(["Pod", "Skipped", "Suspend", "HTTP", "Plugin"]);

/** Argo ends a workflow that is nested more than a hundred levels deep. */
const deepest = 500;

/**
 * The trees that a workflow's nodes are, by the id of their root: the workflow's own, and one for its exit handler. Nodes of
 * other types, such as task groups, are not drawn.
 * @throws {UserError} where nodes are nested more deeply than Argo allows, or in a circle
 * @see convertToRenderTrees in cmd/argo/commands/common/get.go of Argo Workflows
 */
export function nodeTrees({ metadata, status }: ServerWorkflow): ReadonlyMap<string, TreeNode> {
  const all = Object.values(status?.nodes ?? {});
  const parentOf = new Map<string, string>();
  for (const { id, type, children = [] } of all) {
    if (parents.has(type)) for (const child of children) parentOf.set(child, id);
  }
  const below = new Map<string, WorkflowNode[]>();
  const roots: WorkflowNode[] = [];
  for (const node of all) {
    if (!boundaries.has(node.type) && !parents.has(node.type) && !leaves.has(node.type)) continue;
    const above = parentOf.get(node.id) ?? node.boundaryID ?? "";
    if (above === "") roots.push(node);
    else if (below.get(above)?.push(node) === undefined) below.set(above, [node]);
  }
  const treeOf = (node: WorkflowNode, depth: number): TreeNode => {
    if (depth > deepest) {
      throw new UserError(
        `The nodes of ${metadata.name} are nested more than ${deepest} levels deep, or in a circle: their tree cannot be drawn. get -o json prints all of them.`,
      );
    }
    const children = leaves.has(node.type) ? [] : (below.get(node.id) ?? []).sort(compare);
    return { node, children: children.map((child) => treeOf(child, depth + 1)) };
  };
  return new Map(roots.map((node) => [node.id, treeOf(node, 0)]));
}

/** In the order of their beginning; at the same second iterations by their number, others by their name. */
function compare(a: WorkflowNode, b: WorkflowNode): number {
  const begun = (timeOf(a.startedAt) ?? 0) - (timeOf(b.startedAt) ?? 0);
  if (begun !== 0) return begun;
  const [first, second] = [iterationOf(a), iterationOf(b)];
  if (first !== undefined && second !== undefined && first !== second) return first - second;
  return a.displayName < b.displayName ? -1 : a.displayName > b.displayName ? 1 : 0;
}

/** The number of an iteration, as `train(3:blue)` has it. */
function iterationOf({ displayName }: WorkflowNode): number | undefined {
  const number = /^[^(:]*\((\d+):/.exec(displayName)?.[1];
  return number === undefined ? undefined : Number(number);
}
