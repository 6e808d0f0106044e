import { columnOf, countMissing, type Table, textColumnNames } from "@tiphys/ml";
import { artifact, ContractError, defineStep, json, parameter, table } from "@tiphys/workflow";
import * as z from "zod";
import { columnsWithZeroAsMissing, defaultMissingStrategy, missingStrategies } from "../missing-values.js";
import { modelNamed, modelParameter } from "../models.js";
import { preprocessingFor, preprocessingSchema } from "../preprocessing.js";

export const featureScaling = defineStep({
  name: "feature-scaling",
  description: "Fills in missing values where asked for, and scales each column to mean 0 and variance 1.",
  inputs: {
    xTrain: artifact(table),
    xTest: artifact(table),
    missing: parameter(z.enum(missingStrategies), defaultMissingStrategy),
    /** Trees take the columns as they are. */
    model: modelParameter,
  },
  outputs: {
    xTrain: artifact(table),
    xTest: artifact(table),
    preprocessing: artifact(json(preprocessingSchema)),
  },
  run({ xTrain, xTest, missing, model }, { log }) {
    const kind = modelNamed(model).preprocessing;
    const texts = textColumnNames(xTrain);
    const numbers = xTrain.columnNames().filter((name) => !texts.includes(name));
    if (kind === "scaled") requireNoGaps(xTrain, xTest, numbers, missing);
    // Everything is fitted on the training rows only: the test rows stand for unseen data.
    const preprocessing = preprocessingFor(kind, missing);
    const prepared = preprocessing.fitTransform(xTrain);
    if (prepared.numCols() === 0) {
      throw new ContractError(
        `Every column has one value in all ${xTrain.numRows()} training rows: ${texts.join(", ")}. There is nothing to learn from.`,
      );
    }
    if (kind === "raw") {
      log(`${model} takes the ${prepared.numCols()} columns as they are`);
      if (missing !== "keep") log(`missing=${missing} has no effect on ${model}, which learns from gaps`);
    } else {
      log(`scaled ${numbers.length} columns of ${xTrain.numRows()} rows`);
      if (texts.length > 0) {
        const encoded = prepared.numCols() - numbers.length;
        log(`encoded ${texts.length} columns of categories as ${encoded} of 0 and 1`);
      }
    }
    return {
      xTrain: prepared,
      xTest: preprocessing.transform(xTest),
      preprocessing: preprocessing.toJSON(),
    };
  },
});

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
      ? `missing=${missing} leaves them empty, and a model needs numbers. Run with --set missing=median to fill them in, or --set model=hist-gradient-boosting, which takes them as they are`
      : `missing=${missing} does not fill them in, because columnsWithZeroAsMissing in src/missing-values.ts says that zeros stand for missing numbers. Fill them in in the file`;
  throw new ContractError(
    `Cells are empty: ${gaps.join("; ")}. The log of load-and-split-dataset names their lines.\n${advice}.`,
  );
}
