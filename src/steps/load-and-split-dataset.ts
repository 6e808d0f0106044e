import {
  type Column,
  isNumericColumn,
  type Labels,
  type NumericColumn,
  type Table,
  type TrainTestSplit,
  trainTestSplit,
} from "@tiphys/ml";
import {
  artifact,
  ContractError,
  column,
  type DatasetContent,
  defineStep,
  file,
  json,
  parameter,
  readDataset,
  table,
} from "@tiphys/workflow";
import * as z from "zod";
import { dataWarnings, type SplitRows, sharedRows } from "../data-warnings.js";
import { contract, positiveClass } from "../dataset.js";
import { splitSettingsSchema } from "../split-settings.js";

export const loadAndSplitDataset = defineStep({
  name: "load-and-split-dataset",
  description: "Reads the CSV file, checks every cell, and divides the rows into a training and a test set.",
  inputs: {
    dataset: artifact(file("csv", "text/csv")),
    testSize: parameter(z.number().gt(0).lt(1), 0.2),
    randomState: parameter(z.int().min(0).max(4294967295), 42),
    stratify: parameter(z.boolean(), false),
    onBadRow: parameter(z.enum(["fail", "skip"]), "fail"),
  },
  outputs: {
    xTrain: artifact(table),
    xTest: artifact(table),
    yTrain: artifact(column),
    yTest: artifact(column),
    settings: artifact(json(splitSettingsSchema)),
  },
  async run({ dataset, testSize, randomState, stratify, onBadRow }, { log }) {
    const {
      table: data,
      rows,
      skipped,
      gaps,
      warnings: badRows,
    } = await readDataset(dataset.file, contract, { onBadRow });
    for (const warning of badRows) log(warning);
    if (gaps.length > 0) log(`empty cells: ${gaps.map(describeGap).join(", ")}`);
    const labels: ArrayLike<unknown> = data.array(contract.target);
    const y = Float64Array.from(labels, (label) => (label === positiveClass ? 1 : 0));
    if (new Set(y).size < 2) {
      throw new ContractError(
        `${dataset.file}: every ${contract.target} is ${labels[0]}. A classifier needs rows of both classes to learn from.`,
      );
    }
    const x = data.select(...contract.features);
    const split = trainTestSplit({
      x,
      y,
      testSize,
      randomState,
      ...(stratify ? { stratify: asLabels(labels) } : {}),
    });
    log(`read ${rows} rows: ${split.yTrain.length} to train on, ${split.yTest.length} to test with`);
    const parts = splitRows(split);
    const warnings = dataWarnings(parts);
    for (const warning of warnings) log(`warning: ${warning}`);
    const shared = sharedRows(parts);
    if (shared > 0) log(`note: ${shared} of ${split.yTest.length} test rows stand in the training rows too`);
    return {
      ...split,
      settings: {
        testSize,
        randomState,
        stratify,
        rows,
        skippedRows: skipped,
        ...(shared === 0 ? {} : { sharedRows: shared }),
        ...(warnings.length === 0 ? {} : { warnings }),
      },
    };
  },
});

/** The classes as in the file: their order decides which rows scikit-learn draws, not which class is positive. */
function asLabels(cells: ArrayLike<unknown>): Labels {
  const labels = Array.from(cells);
  return labels.every((label) => typeof label === "string") ? labels : Float64Array.from(labels, Number);
}

function splitRows({ xTrain, xTest, yTrain, yTest }: TrainTestSplit<NumericColumn>): SplitRows {
  const columnsOf = (x: Table): Column[] =>
    x.columnNames().map((name) => {
      const cells: unknown = x.column(name);
      return isNumericColumn(cells) ? cells : Array.from(x.array(name), String);
    });
  return { names: xTrain.columnNames(), train: columnsOf(xTrain), test: columnsOf(xTest), yTrain, yTest };
}

function describeGap({ column: name, cells, firstLine }: DatasetContent["gaps"][number]): string {
  return `${name} ${cells} (${cells === 1 ? "in" : "first in"} line ${firstLine})`;
}
