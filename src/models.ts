import { parameter } from "@tiphys/workflow";
import * as z from "zod";
import { histGradientBoosting } from "./models/hist-gradient-boosting.js";
import { logisticRegression } from "./models/logistic-regression.js";
import type { Model } from "./models/model-kind.js";

/** The models that the parameter `model` chooses from, the default first. A new one is a file in `models/`, and its line here. */
const models = [logisticRegression, histGradientBoosting] as const;

const [defaultModel, ...others] = models;

/** The parameter that chooses the model. */
export const modelParameter = parameter(z.enum(models.map(({ name }) => name)), defaultModel.name);

/** The schema of a fitted model of any kind. */
export const classifierSchema = z.discriminatedUnion("estimator", [
  defaultModel.schema,
  ...others.map(({ schema }) => schema),
]);
type StoredClassifier = z.output<typeof classifierSchema>;

/** The model of this name. */
export function modelNamed(name: (typeof models)[number]["name"]): Model<StoredClassifier> {
  return models.find((model) => model.name === name) ?? defaultModel;
}

/** The model that a stored classifier is of. */
export function modelOf(stored: StoredClassifier): Model<StoredClassifier> {
  return models.find(({ schema }) => schema.safeParse(stored).success) ?? defaultModel;
}
