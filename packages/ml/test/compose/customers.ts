import { table } from "arquero";
import {
  CategoryImputer,
  ColumnTransformer,
  type ColumnTransformerOptions,
  OneHotEncoder,
  Pipeline,
  SimpleImputer,
  StandardScaler,
} from "../../src/index.js";
import reference from "../fixtures/sklearn-pipeline.json" with { type: "json" };

/** Answers of scikit-learn 1.9.1 on a table with numbers, gaps and texts: see fixtures/sklearn-pipeline.py. */
export { reference };

const { x: columns, y, train } = reference;
const numbers = (values: readonly (number | null)[]) =>
  Float64Array.from(values, (value) => value ?? Number.NaN);
const x = table({
  plan: columns.plan,
  age: numbers(columns.age),
  region: columns.region,
  charge: numbers(columns.charge),
  visits: numbers(columns.visits),
});

/** The training rows and the test rows. */
export const customers = {
  xTrain: x.slice(0, train).reify(),
  xTest: x.slice(train).reify(),
  yTrain: Float64Array.from(y.slice(0, train)),
};

/** Scaled numbers, then encoded texts, as in fixtures/sklearn-pipeline.py. */
export function columnTransformer(options?: ColumnTransformerOptions): ColumnTransformer {
  const ofNumbers = new Pipeline([
    ["fill", new SimpleImputer({ strategy: "median" })],
    ["scale", new StandardScaler()],
  ]);
  const ofTexts = new Pipeline([
    ["fill", new CategoryImputer()],
    ["encode", new OneHotEncoder({ handleUnknown: "ignore" })],
  ]);
  return new ColumnTransformer(
    [
      ["numbers", ofNumbers, ["age", "charge"]],
      ["texts", ofTexts, "text"],
    ],
    options,
  );
}
