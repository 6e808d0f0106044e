import * as z from "zod";

/**
 * A tree as lists of numbers, one for each node. The root comes first; the left child of a node is the next one, followed by
 * all nodes below it, and then by the right child.
 */
export const treeSchema = z.strictObject({
  /** Position of the column that the node is split by; −1 for a leaf. */
  feature: z.array(z.int().min(-1)).min(1),
  /**
   * What a leaf adds to the raw prediction. Of a split by numbers: the greatest that goes left, null if all of them do. Of a
   * split by categories: the position in `leftCategories`.
   */
  value: z.array(z.number().nullable()),
  /** The node of the right child; 0 for a leaf. */
  right: z.array(z.int().nonnegative()),
  /** 1 if missing and unknown values go left, else 0. */
  missingLeft: z.array(z.union([z.literal(0), z.literal(1)])),
  /** Positions of the categories that go left, for each split by categories. */
  leftCategories: z.array(z.array(z.int().nonnegative())),
});

/** The stored form of a tree. */
export type StoredTree = z.infer<typeof treeSchema>;

/**
 * What is wrong with a stored tree, if anything is.
 * @param nCategories of each column, null for a column of numbers
 */
export function treeProblem(tree: StoredTree, nCategories: readonly (number | null)[]): string | undefined {
  const n = tree.feature.length;
  const { value, right, missingLeft } = tree;
  if (value.length !== n || right.length !== n || missingLeft.length !== n) {
    return `feature has ${n} nodes, value ${value.length}, right ${right.length}, missingLeft ${missingLeft.length}: expected equal numbers`;
  }
  // Of each node with two children, the right one begins where the nodes below the left one end.
  const expectedStarts: number[] = [];
  for (let node = 0; node < n; node++) {
    const problem = nodeProblem(tree, node, nCategories);
    if (problem !== undefined) return `node ${node}: ${problem}`;
    if (tree.feature[node] !== -1) expectedStarts.push(right[node] ?? 0);
    else {
      const next = expectedStarts.pop() ?? n;
      if (next !== node + 1)
        return `node ${node}: found ${next} as the next right child, expected ${node + 1}`;
    }
  }
  return expectedStarts.length > 0 ? "the last node is not a leaf" : undefined;
}

function nodeProblem(
  tree: StoredTree,
  node: number,
  nCategories: readonly (number | null)[],
): string | undefined {
  const feature = tree.feature[node] ?? -1;
  const value = tree.value[node] ?? null;
  if (feature === -1) return value === null ? "a leaf has the value null, expected a number" : undefined;
  const categories = nCategories[feature];
  if (categories === undefined) return `found feature ${feature}, expected less than ${nCategories.length}`;
  if (categories === null) return undefined;
  const left = value === null ? undefined : tree.leftCategories[value];
  if (left === undefined) return `found value ${value}, expected a position in leftCategories`;
  const tooLarge = left.find((category) => category >= categories);
  return tooLarge === undefined ? undefined : `found category ${tooLarge}, expected less than ${categories}`;
}
