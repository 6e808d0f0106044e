import * as z from "zod";
import { treeProblem, treeSchema } from "./tree-schema.js";

/** The options of the fit; those of the columns and the seed left out. */
const options = z.strictObject({
  learningRate: z.number().positive(),
  maxIter: z.int().positive(),
  maxLeafNodes: z.int().min(2).nullable(),
  maxDepth: z.int().positive().nullable(),
  minSamplesLeaf: z.int().positive(),
  l2Regularization: z.number().nonnegative(),
  maxBins: z.int().min(2).max(255),
  earlyStopping: z.union([z.literal("auto"), z.boolean()]),
  validationFraction: z.number().positive().nullable(),
  nIterNoChange: z.int().positive(),
  tol: z.number().nonnegative(),
});

/** What the stored forms of both estimators have in common. */
export const boostedTreesShape = {
  options,
  featureNames: z.array(z.string()).min(1),
  /** The categories of each column, ascending; null for a column of numbers. */
  categories: z.array(z.union([z.array(z.string()).max(255), z.array(z.number()).max(255)]).nullable()),
  /** What the values of the trees are added to: one number for each tree of an iteration. */
  baseline: z.array(z.number()).min(1),
  nIter: z.int().positive(),
  /** As many as `baseline` for each iteration. */
  trees: z.array(treeSchema),
};

const boostedTrees = z.object(boostedTreesShape);

/** The part of a stored form that predicts. */
export type StoredTrees = z.infer<typeof boostedTrees>;

/** What is wrong with trees and columns taken together, if anything is: where, and a sentence. */
export function boostedTreesProblem({
  featureNames,
  categories,
  baseline,
  nIter,
  trees,
}: StoredTrees): { path: (string | number)[]; message: string } | undefined {
  const twice = featureNames.find((name, j) => featureNames.indexOf(name) < j);
  if (twice !== undefined) {
    return {
      path: ["featureNames"],
      message: `found ${JSON.stringify(twice)} twice, expected distinct names`,
    };
  }
  if (categories.length !== featureNames.length) {
    const message = `found ${categories.length}, expected one for each of the ${featureNames.length} columns`;
    return { path: ["categories"], message };
  }
  if (trees.length !== nIter * baseline.length) {
    return { path: ["trees"], message: `found ${trees.length}, expected ${nIter * baseline.length}` };
  }
  const nCategories = categories.map((names) => names?.length ?? null);
  for (const [i, tree] of trees.entries()) {
    const message = treeProblem(tree, nCategories);
    if (message !== undefined) return { path: ["trees", i], message };
  }
  return undefined;
}
