import { readFileSync } from "node:fs";
import { table } from "arquero";
import * as z from "zod";
import type { Table } from "../../src/index.js";
import { loadDiabetes } from "../diabetes.js";
import { boostingTable } from "./boosting-table.js";

const data = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("generated"),
    n: z.number(),
    p: z.number(),
    seed: z.number(),
    target: z.string().exactOptional(),
    missing: z.boolean().exactOptional(),
    categorical: z.array(z.number()).exactOptional(),
    rounded: z.number().exactOptional(),
  }),
  z.strictObject({ kind: z.literal("csv") }),
  z.strictObject({ kind: z.literal("bundled"), name: z.string() }),
]);

const caseSchema = z.object({
  title: z.string(),
  data,
  weighted: z.boolean(),
  classifier: z.boolean(),
  options: z.strictObject({
    loss: z.enum(["squaredError", "absoluteError", "poisson"]).exactOptional(),
    classWeight: z.literal("balanced").exactOptional(),
    learningRate: z.number().exactOptional(),
    maxIter: z.number().exactOptional(),
    maxLeafNodes: z.number().nullable().exactOptional(),
    maxDepth: z.number().exactOptional(),
    minSamplesLeaf: z.number().exactOptional(),
    l2Regularization: z.number().exactOptional(),
    maxBins: z.number().exactOptional(),
    earlyStopping: z.boolean().exactOptional(),
    validationFraction: z.null().exactOptional(),
    tol: z.number().exactOptional(),
    nIterNoChange: z.number().exactOptional(),
  }),
  nIter: z.number(),
  /** Number of nodes of each tree. */
  nodes: z.array(z.number()),
  /** The rows of `raw`. */
  rows: z.array(z.number()),
  /** Raw predictions of a classifier, predictions of a regressor: one list for each tree of an iteration. */
  raw: z.array(z.array(z.number())),
  mean: z.array(z.number()),
  largest: z.array(z.number()),
  auc: z.number().exactOptional(),
});

/** One fit of scikit-learn. */
export type BoostingCase = z.infer<typeof caseSchema>;

const fixture = z
  .object({
    bundled: z.record(z.string(), z.object({ x: z.array(z.array(z.number())), y: z.array(z.number()) })),
    cases: z.array(caseSchema),
  })
  .parse(
    JSON.parse(readFileSync(new URL("../fixtures/hist-gradient-boosting.json", import.meta.url), "utf8")),
  );

/** Fits of scikit-learn 1.9.1 and what they predict, as fixtures/hist-gradient-boosting.py printed them. */
export const boostingCases = fixture.cases;

/** The table of a case, and its weights if it has any. */
export function caseData({ data, weighted }: Pick<BoostingCase, "data" | "weighted">) {
  const { x, y } = tableOf(data);
  return { x, y, weights: weighted ? y.map((_, i) => ((i * 5) % 4) / 2) : undefined };
}

function tableOf(data: BoostingCase["data"]): { x: Table; y: Float64Array } {
  if (data.kind === "generated") return boostingTable(data);
  if (data.kind === "csv") return loadDiabetes();
  const { x = [], y = [] } = fixture.bundled[data.name] ?? {};
  return {
    x: table(x.map((column, j): [string, Float64Array] => [`x${j}`, Float64Array.from(column)])),
    y: Float64Array.from(y),
  };
}
