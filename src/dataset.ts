import { defineDataset, file, inputArtifact } from "@tiphys/workflow";
import * as z from "zod";

/** The dataset's contract: the allowed values of each column. Loading checks every cell. Units are in data/README.md. */
export const contract = defineDataset({
  columns: {
    Pregnancies: z.int().min(0).max(30),
    Glucose: z.number().min(0).max(300),
    BloodPressure: z.number().min(0).max(200),
    SkinThickness: z.number().min(0).max(150),
    Insulin: z.number().min(0).max(1500),
    BMI: z.number().min(0).max(100),
    DiabetesPedigreeFunction: z.number().min(0).max(5),
    Age: z.int().min(0).max(120),
    Outcome: z.literal([0, 1]),
  },
  target: "Outcome",
});

/** The class whose probability is predicted. The steps encode it as 1, the other class as 0. */
export const positiveClass = 1;

/** The other class. The report uses both names. */
export const negativeClass = 0;

/** The location of the dataset: a file on a laptop, a key of the artifact repository in the cluster. */
export const datasetArtifact = inputArtifact(file("csv", "text/csv"), {
  path: "data/diabetes.csv",
  key: "datasets/diabetes.csv",
});
