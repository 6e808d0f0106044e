import type { TreeNode } from "./node-tree.js";

/** The branches before a node's line, and before the lines of its children. */
interface Prefix {
  readonly own: string;
  readonly children: string;
}

/** How the branches of a tree are drawn. */
interface Branches {
  readonly only: string;
  readonly first: string;
  readonly middle: string;
  readonly last: string;
  readonly past: string;
}

const branches: Branches = { only: "──", first: "┬─", middle: "├─", last: "└─", past: "│ " };
const asciiBranches: Branches = { only: "--", first: "+-", middle: "|-", last: "`-", past: "| " };

export interface RenderOptions {
  /** Whether to draw branches with characters beyond ASCII. */
  readonly utf8: boolean;
  /** Whether a node is selected. */
  readonly shown: (tree: TreeNode) => boolean;
  /** Formats a node's line, including the branches before it. */
  readonly line: (tree: TreeNode, branches: string) => string;
}

/**
 * A tree as the argo CLI draws it, a line for each node. A retry with one attempt, a group of parallel steps and an
 * omitted node have no line; the nodes below them move up, and parallel steps are joined by a brace.
 * @see renderChild in cmd/argo/commands/common/get.go of Argo Workflows
 */
export function renderTree(tree: TreeNode, options: RenderOptions): string[] {
  const lines: string[] = [];
  draw(tree, { own: " ", children: " " });
  return lines;

  function draw(node: TreeNode, prefix: Prefix): void {
    const braced = node.node.type === "StepGroup";
    const hidden = braced || isHidden(node) || !options.shown(node);
    if (!hidden) lines.push(options.line(node, prefix.own));
    for (const [i, child] of node.children.entries()) {
      const { part, past } =
        hidden && !braced ? { part: "", past: "" } : branch(i, node.children.length, braced, options.utf8);
      const before = hidden && i === 0 ? prefix.own : prefix.children;
      draw(child, { own: before + part, children: prefix.children + past });
    }
  }
}

function isHidden({ node }: TreeNode): boolean {
  if (node.type === "Retry" && node.children?.length === 1) return true;
  return node.type === "Skipped" && node.phase === "Omitted";
}

function branch(
  index: number,
  count: number,
  braced: boolean,
  utf8: boolean,
): { readonly part: string; readonly past: string } {
  const { only, first, middle, last, past } = utf8 ? branches : asciiBranches;
  if (braced && count === 1) return { part: only, past: "  " };
  if (index === count - 1) return { part: last, past: "  " };
  return { part: braced && index === 0 ? first : middle, past };
}
