import type { BinnedTable } from "./binned-table.js";
import type { GrownNode } from "./tree-grower.js";
import type { StoredTree } from "./tree-schema.js";

/** The stored form of a tree that has grown: bins become the thresholds and categories of the table. */
export function buildTree(root: GrownNode, table: BinnedTable): StoredTree {
  const tree: StoredTree = { feature: [], value: [], right: [], missingLeft: [], leftCategories: [] };
  addNode(tree, root, table);
  return tree;
}

function addNode(tree: StoredTree, { split, value }: GrownNode, table: BinnedTable): void {
  const node = tree.feature.length;
  const column = split && table.columns[split.feature];
  tree.feature.push(column?.position ?? -1);
  tree.right.push(0);
  if (split === undefined || column === undefined) {
    tree.value.push(value);
    tree.missingLeft.push(0);
    return;
  }
  tree.missingLeft.push(split.missingGoesLeft ? 1 : 0);
  if (split.leftBins === undefined) tree.value.push(column.thresholds[split.bin] ?? null);
  else {
    tree.value.push(tree.leftCategories.length);
    tree.leftCategories.push(split.leftBins.filter((bin) => bin < column.nBins).sort((a, b) => a - b));
  }
  addNode(tree, split.leftChild, table);
  tree.right[node] = tree.feature.length;
  addNode(tree, split.rightChild, table);
}
