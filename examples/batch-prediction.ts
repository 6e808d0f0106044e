/** A trained model applied to new raw rows: both are files, the model as `npm start` writes it, the rows as CSV. */
import {
  artifact,
  column,
  defineDataset,
  defineStep,
  defineWorkflow,
  file,
  inputArtifact,
  json,
  parameter,
  readDataset,
} from "@tiphys/workflow";
import * as z from "zod";
import { contract } from "../src/dataset.js";
import { modelSchema, predictPositive } from "../src/model.js";

const { Outcome: _unknown, ...measurements } = contract.columns;
/** The outcome of these patients is unknown. The column that is not a measurement is the patient's name. */
const newPatients = defineDataset({
  columns: { Patient: z.string().min(1), ...measurements },
  target: "Patient",
});

const scoreRows = defineStep({
  name: "score-rows",
  description: "The probability of diabetes for each row, and who is above a threshold.",
  inputs: {
    model: artifact(json(modelSchema)),
    rows: artifact(file("csv", "text/csv")),
    threshold: parameter(z.number()),
  },
  outputs: { probabilities: artifact(column), above: parameter(z.array(z.string())) },
  async run({ model, rows, threshold }) {
    const { table } = await readDataset(rows.file, newPatients);
    const probabilities = predictPositive(model, table.select(...newPatients.features));
    const names = Array.from(table.array("Patient"), String);
    return { probabilities, above: names.filter((_, row) => (probabilities[row] ?? 0) >= threshold) };
  },
});

export const batchPrediction = defineWorkflow({
  name: "batch-prediction",
  description: "Score new rows with a trained model (--set model=runs/latest/model-training/model.json).",
  parameters: { threshold: parameter(z.number().min(0).max(1), 0.5) },
  artifacts: {
    model: inputArtifact(json(modelSchema), {
      path: "examples/data/model.json",
      key: "models/diabetes.json",
    }),
    rows: inputArtifact(file("csv", "text/csv"), {
      path: "examples/data/new-patients.csv",
      key: "datasets/new-patients.csv",
    }),
  },
  build: (dag, { model, rows, threshold }) => ({ ...dag.task(scoreRows, { model, rows, threshold }) }),
});
