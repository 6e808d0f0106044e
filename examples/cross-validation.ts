/** A map over a list that an earlier task outputs: one task for each fold, then mean and deviation of their scores. */
import { LogisticRegression, requireNumeric, rocAucScore, StandardScaler, StratifiedKFold } from "@tiphys/ml";
import {
  artifact,
  column,
  defineStep,
  defineWorkflow,
  file,
  parameter,
  readDataset,
  table,
} from "@tiphys/workflow";
import * as z from "zod";
import { contract, datasetArtifact } from "../src/dataset.js";

/** The rows of a fold, from `first` up to but not including `end`. */
const foldSchema = z.strictObject({ first: z.int(), end: z.int() });

const planFolds = defineStep({
  name: "plan-folds",
  description:
    "Divides the rows at random into folds of nearly the same size and the same share of positives.",
  inputs: {
    dataset: artifact(file("csv", "text/csv")),
    k: parameter(z.int()),
    randomState: parameter(z.int()),
  },
  outputs: { x: artifact(table), y: artifact(column), folds: parameter(z.array(foldSchema)) },
  async run({ dataset, k, randomState }) {
    const { table: data } = await readDataset(dataset.file, contract);
    const y = Float64Array.from(data.array(contract.target));
    const folds = new StratifiedKFold({ nSplits: k, shuffle: true, randomState }).split({ y });
    // The test rows of one fold after those of another: two numbers then say which they are.
    const ordered = data.reify(folds.flatMap(({ test }) => Array.from(test)));
    const ends = folds.map((_, i) => folds.slice(0, i + 1).reduce((sum, { test }) => sum + test.length, 0));
    return {
      x: ordered.select(...contract.features),
      y: Float64Array.from(ordered.array(contract.target)),
      folds: ends.map((end, i) => ({ first: ends[i - 1] ?? 0, end })),
    };
  },
});

const scoreFold = defineStep({
  name: "score-fold",
  description: "Trains on all rows but those of the fold, and measures the AUC on the fold.",
  inputs: { x: artifact(table), y: artifact(column), first: parameter(z.int()), end: parameter(z.int()) },
  outputs: { auc: parameter(z.number()) },
  run({ x, y, first, end }) {
    const labels = requireNumeric("y", y);
    const isInFold = (_: number, row: number): boolean => row >= first && row < end;
    const xTrain = x.slice(0, first).concat(x.slice(end));
    const scaler = new StandardScaler().fit(xTrain);
    const yTrain = labels.filter((label, row) => !isInFold(label, row));
    const classifier = new LogisticRegression().fit(scaler.transform(xTrain), yTrain);
    const [, scores] = classifier.predictProba(scaler.transform(x.slice(first, end)));
    return { auc: rocAucScore(labels.filter(isInFold), scores) };
  },
});

const averageFolds = defineStep({
  name: "average-folds",
  inputs: { aucs: parameter(z.array(z.number())) },
  outputs: { mean: parameter(z.number()), deviation: parameter(z.number()) },
  run({ aucs }) {
    const mean = aucs.reduce((sum, auc) => sum + auc, 0) / aucs.length;
    const squares = aucs.reduce((sum, auc) => sum + (auc - mean) ** 2, 0);
    return { mean, deviation: Math.sqrt(squares / aucs.length) };
  },
});

export const crossValidation = defineWorkflow({
  name: "cross-validation",
  description: "Measure a logistic regression by k-fold cross-validation.",
  parameters: { k: parameter(z.int().min(2).max(20), 5), randomState: parameter(z.int().min(0), 0) },
  artifacts: { dataset: datasetArtifact },
  build(dag, { dataset, k, randomState }) {
    const { x, y, folds } = dag.task(planFolds, { dataset, k, randomState });
    const scored = dag.map(scoreFold, folds, (fold) => ({
      x,
      y,
      first: fold.field("first"),
      end: fold.field("end"),
    }));
    return { ...dag.task(averageFolds, { aucs: scored.auc }), aucs: scored.auc };
  },
});
