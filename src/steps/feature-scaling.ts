import {
  CategoryImputer,
  OneHotEncoder,
  SimpleImputer,
  StandardScaler,
  type Table,
  textColumnNames,
} from "@pipeline/ml";
import { artifact, defineStep, json, parameter, table } from "@pipeline/workflow";
import * as z from "zod";
import { usualWayWithMissing, waysWithMissing, zeroMeansMissing } from "../missing-values.js";
import { encode, type Preprocessing, preprocess, preprocessingSchema } from "../preprocessing.js";

export const featureScaling = defineStep({
  name: "feature-scaling",
  description: "Fills in missing values where asked for, and scales each column to mean 0 and variance 1.",
  inputs: {
    xTrain: artifact(table),
    xTest: artifact(table),
    missing: parameter(z.enum(waysWithMissing), usualWayWithMissing),
  },
  outputs: {
    xTrain: artifact(table),
    xTest: artifact(table),
    preprocessing: artifact(json(preprocessingSchema)),
  },
  run({ xTrain, xTest, missing }, { log }) {
    // All of it learns from the training rows only: the test rows stand for data that nobody has seen.
    const texts = textColumnNames(xTrain);
    const numbers = xTrain.columnNames().filter((name) => !texts.includes(name));
    const imputer = fitImputer(xTrain, numbers, missing);
    const categories = texts.length === 0 ? undefined : fitCategories(xTrain, texts);
    const complete = encode(categories, imputer?.transform(xTrain) ?? xTrain);
    const preprocessing: Preprocessing = {
      imputer: imputer?.toJSON() ?? null,
      ...(categories === undefined ? {} : { categories }),
      scaler: new StandardScaler({ columns: numbers }).fit(complete).toJSON(),
    };
    log(`scaled ${numbers.length} columns of ${xTrain.numRows()} rows`);
    if (categories !== undefined) {
      log(
        `encoded ${texts.length} columns of categories as ${complete.numCols() - numbers.length} of 0 and 1`,
      );
    }
    return {
      xTrain: preprocess(preprocessing, xTrain),
      xTest: preprocess(preprocessing, xTest),
      preprocessing,
    };
  },
});

function fitImputer(
  xTrain: Table,
  numbers: readonly string[],
  missing: (typeof waysWithMissing)[number],
): SimpleImputer | undefined {
  if (missing === "keep" || numbers.length === 0) return undefined;
  const zeros = { missingValues: 0, columns: zeroMeansMissing };
  const gaps = zeroMeansMissing.length === 0 ? { columns: numbers } : zeros;
  return new SimpleImputer({ strategy: missing, ...gaps }).fit(xTrain);
}

function fitCategories(xTrain: Table, texts: readonly string[]): NonNullable<Preprocessing["categories"]> {
  const imputer = new CategoryImputer({ columns: texts }).fit(xTrain);
  // A category without a row to learn from says nothing; one of two says all of the other.
  const encoder = new OneHotEncoder({ columns: texts, handleUnknown: "ignore", drop: "ifBinary" });
  encoder.fit(imputer.transform(xTrain));
  return { imputer: imputer.toJSON(), encoder: encoder.toJSON() };
}
