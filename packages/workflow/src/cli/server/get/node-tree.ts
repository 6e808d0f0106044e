import type { ServerWorkflow, WorkflowNode } from "../../../argo/client/index.js";
import { UserError } from "../../../definition/errors.js";
import { timeOf } from "../format/humanize.js";

/** A node of a workflow with the nodes drawn below it, in drawing order. */
export interface TreeNode {
  readonly node: WorkflowNode;
  readonly children: readonly TreeNode[];
}

/** Types of nodes that are drawn above the nodes whose `boundaryID` is theirs. */
const boundaries = new Set(["DAG", "Steps"]);

/** Types of nodes that are drawn above their `children`. */
const parents = new Set(["StepGroup", "Retry"]);

const leaves = new Set(["Pod", "Skipped", "Suspend", "HTTP", "Plugin"]);

/** Argo itself ends a workflow that is nested more than 100 levels deep. */
const maxDepth = 500;

/**
 * The trees of a workflow's nodes, by the id of their root: the workflow's own, and one for its exit handler. Nodes of other
 * types, such as task groups, are not drawn.
 * @throws {UserError} if nodes are nested too deeply, or in a cycle
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
    if (depth > maxDepth) {
      throw new UserError(
        `The nodes of ${metadata.name} are nested more than ${maxDepth} levels deep, or in a cycle: their tree cannot be drawn. get -o json prints all of them.`,
      );
    }
    const children = leaves.has(node.type) ? [] : (below.get(node.id) ?? []).sort(compare);
    return { node, children: children.map((child) => treeOf(child, depth + 1)) };
  };
  return new Map(roots.map((node) => [node.id, treeOf(node, 0)]));
}

/** By start time; within the same second iterations by index, others by name. */
function compare(a: WorkflowNode, b: WorkflowNode): number {
  const begun = (timeOf(a.startedAt) ?? 0) - (timeOf(b.startedAt) ?? 0);
  if (begun !== 0) return begun;
  const [first, second] = [iterationOf(a), iterationOf(b)];
  if (first !== undefined && second !== undefined && first !== second) return first - second;
  return a.displayName < b.displayName ? -1 : a.displayName > b.displayName ? 1 : 0;
}

/** The index of an iteration: 3 for `train(3:blue)`. */
function iterationOf({ displayName }: WorkflowNode): number | undefined {
  const number = /^[^(:]*\((\d+):/.exec(displayName)?.[1];
  return number === undefined ? undefined : Number(number);
}
