import { defineWorkflow, file, inputArtifact, newestOutput } from "@tiphys/workflow";
import { scoreNewRows } from "./steps/score-new-rows.js";
import { modelTrainingPipeline } from "./workflow.js";

/** From a trained model and a CSV file of new rows to their probabilities and classes. */
export const predict = defineWorkflow({
  name: "predict",
  description: "Score new rows with a trained model: by default that of the newest succeeded training.",
  parameters: { onBadRow: scoreNewRows.inputs.onBadRow },
  artifacts: {
    model: newestOutput(modelTrainingPipeline, "model", { key: "models/diabetes-pipeline.json" }),
    rows: inputArtifact(file("csv", "text/csv"), {
      path: "data/new-rows.csv",
      key: "new-rows/diabetes-pipeline.csv",
    }),
  },
  build: (dag, { model, rows, onBadRow }) => ({ ...dag.task(scoreNewRows, { model, rows, onBadRow }) }),
});
