import {
  CategoryImputer,
  columnOf,
  countMissing,
  OneHotEncoder,
  SimpleImputer,
  StandardScaler,
  type Table,
  textColumnNames,
} from "@tiphys/ml";
import { artifact, ContractError, defineStep, json, parameter, table } from "@tiphys/workflow";
import * as z from "zod";
import {
  columnsWithZeroAsMissing,
  defaultMissingStrategy,
  emptyCategory,
  missingStrategies,
} from "../missing-values.js";
import { encode, type Preprocessing, preprocess, preprocessingSchema } from "../preprocessing.js";

export const featureScaling = defineStep({
  name: "feature-scaling",
  description: "Fills in missing values where asked for, and scales each column to mean 0 and variance 1.",
  inputs: {
    xTrain: artifact(table),
    xTest: artifact(table),
    missing: parameter(z.enum(missingStrategies), defaultMissingStrategy),
  },
  outputs: {
    xTrain: artifact(table),
    xTest: artifact(table),
    preprocessing: artifact(json(preprocessingSchema)),
  },
  run({ xTrain, xTest, missing }, { log }) {
    // Everything is fitted on the training rows only: the test rows stand for unseen data.
    const texts = textColumnNames(xTrain);
    const numbers = xTrain.columnNames().filter((name) => !texts.includes(name));
    requireNoGaps(xTrain, xTest, numbers, missing);
    const imputer = fitImputer(xTrain, numbers, missing);
    const categories = texts.length === 0 ? undefined : fitCategories(xTrain, texts);
    const complete = encode(categories, imputer?.transform(xTrain) ?? xTrain);
    if (complete.numCols() === 0) {
      throw new ContractError(
        `Every column has one value in all ${xTrain.numRows()} training rows: ${texts.join(", ")}. There is nothing to learn from.`,
      );
    }
    const scaler = new StandardScaler({ columns: numbers }).fit(complete);
    const preprocessing: Preprocessing = {
      imputer: imputer?.toJSON() ?? null,
      ...(categories === undefined ? {} : { categories }),
      scaler: scaler.toJSON(),
    };
    log(`scaled ${numbers.length} columns of ${xTrain.numRows()} rows`);
    if (categories !== undefined) {
      log(
        `encoded ${texts.length} columns of categories as ${complete.numCols() - numbers.length} of 0 and 1`,
      );
    }
    return {
      xTrain: scaler.transform(complete),
      xTest: preprocess(preprocessing, xTest),
      preprocessing,
    };
  },
});

function fitImputer(
  xTrain: Table,
  numbers: readonly string[],
  missing: (typeof missingStrategies)[number],
): SimpleImputer | undefined {
  if (missing === "keep" || numbers.length === 0) return undefined;
  const zeros = { missingValues: 0, columns: columnsWithZeroAsMissing };
  const gaps = columnsWithZeroAsMissing.length === 0 ? { columns: numbers } : zeros;
  return new SimpleImputer({ strategy: missing, ...gaps }).fit(xTrain);
}

function fitCategories(xTrain: Table, texts: readonly string[]): NonNullable<Preprocessing["categories"]> {
  const imputer = new CategoryImputer({
    columns: texts,
    ownCategoryAbove: emptyCategory.above,
    ownCategory: emptyCategory.name,
  }).fit(xTrain);
  // With a column for every category, their sum would equal the intercept's column, and no odds ratio could be determined.
  const encoder = new OneHotEncoder({ columns: texts, handleUnknown: "ignore", drop: "mostFrequent" });
  encoder.fit(imputer.transform(xTrain));
  return { imputer: imputer.toJSON(), encoder: encoder.toJSON() };
}

/**
 * Checks that no cell stays empty.
 * @throws {ContractError} naming the columns, the number of empty cells, and the fix
 */
function requireNoGaps(
  xTrain: Table,
  xTest: Table,
  numbers: readonly string[],
  missing: (typeof missingStrategies)[number],
): void {
  if (missing !== "keep" && columnsWithZeroAsMissing.length === 0) return;
  const gaps = numbers.flatMap((name) => {
    const ofTrain = countMissing(columnOf(xTrain, name));
    const ofTest = countMissing(columnOf(xTest, name));
    return ofTrain + ofTest === 0 ? [] : [`${name} in ${ofTrain} training and ${ofTest} test rows`];
  });
  if (gaps.length === 0) return;
  const advice =
    columnsWithZeroAsMissing.length === 0
      ? `missing=${missing} leaves them empty, and a model needs numbers. Run with --set missing=median to fill them in`
      : `missing=${missing} does not fill them in, because columnsWithZeroAsMissing in src/missing-values.ts says that zeros stand for missing numbers. Fill them in in the file`;
  throw new ContractError(
    `Cells are empty: ${gaps.join("; ")}. The log of load-and-split-dataset names their lines.\n${advice}.`,
  );
}
