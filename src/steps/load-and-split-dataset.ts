import {
  type Column,
  columnOf,
  type NumericColumn,
  requireNumeric,
  type SplitOptions,
  type Table,
  type TrainTestSplit,
  trainTestSplit,
} from "@tiphys/ml";
import {
  type AnyDataset,
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
  UsageError,
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
  async run({ dataset, testSize, randomState, stratify, onBadRow }, { log, progress }) {
    const division = requireDivision(stratify);
    const {
      table: data,
      rows,
      skipped,
      gaps,
      unit,
      warnings: badRows,
    } = await readDataset(dataset.file, contract, {
      onBadRow,
      onProgress: (done, total) => progress(Math.round((100 * done) / total), 100),
    });
    for (const warning of badRows) log(warning);
    if (gaps.length > 0) log(`empty cells: ${gaps.map((gap) => describeGap(gap, unit)).join(", ")}`);
    const labels = columnOf(data, contract.target);
    const y = encodeLabels(labels);
    if (!y.includes(0) || !y.includes(1)) {
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
      // By the classes as in the file: their order decides which rows scikit-learn draws.
      ...(stratify ? { stratify: labels } : {}),
      ...divisionOf(data),
    });
    log(`read ${rows} rows: ${split.yTrain.length} to train on, ${split.yTest.length} to test with`);
    if (division !== undefined) {
      log(divisionTexts[division.by](division.column));
      for (const set of ["yTrain", "yTest"] as const) requireBothClasses(set, split[set], division.by);
    }
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
        ...(division === undefined ? {} : { division }),
        ...(shared === 0 ? {} : { sharedRows: shared }),
        ...(warnings.length === 0 ? {} : { warnings }),
      },
    };
  },
});

/**
 * The column by which the contract divides the rows, if there is one.
 * @throws {UsageError} if the rows are to be drawn by their classes too
 */
function requireDivision(stratify: boolean): z.output<typeof splitSettingsSchema>["division"] {
  const { group, time }: AnyDataset = contract;
  const column = group ?? time;
  if (column === undefined) return undefined;
  if (!stratify) return { by: group === undefined ? "time" : "group", column };
  throw new UsageError(
    `stratify: found true, expected false: src/dataset.ts divides the rows by "${column}", not by their classes.`,
  );
}

/** The values by which rows are divided. */
function divisionOf(data: Table): Pick<SplitOptions, "groups" | "times"> {
  const { group, time }: AnyDataset = contract;
  if (group !== undefined) return { groups: columnOf(data, group) };
  return time === undefined ? {} : { times: requireNumeric(time, columnOf(data, time)) };
}

const divisionTexts = {
  group: (column: string) => `all rows of one ${column} are in the same set; testSize is a share of them`,
  time: (column: string) => `the test rows are the newest by ${column}: every training row is older`,
};

function requireBothClasses(
  set: "yTrain" | "yTest",
  labels: NumericColumn,
  by: keyof typeof divisionTexts,
): void {
  if (labels.includes(0) && labels.includes(1)) return;
  // Rows that are divided by time are not drawn.
  const advice = by === "group" ? "testSize or randomState" : "testSize";
  throw new ContractError(
    `${contract.target} is the same in all ${labels.length} rows of ${set}, as they were divided by src/dataset.ts. Choose another ${advice}.`,
  );
}

/** 1 for each row of the positive class, 0 for the others. */
function encodeLabels(labels: Column): Uint8Array {
  const y = new Uint8Array(labels.length);
  for (let row = 0; row < labels.length; row++) if (labels[row] === positiveClass) y[row] = 1;
  return y;
}

function splitRows({ xTrain, xTest, yTrain, yTest }: TrainTestSplit<NumericColumn>): SplitRows {
  const names = xTrain.columnNames();
  const columnsOf = (x: Table) => names.map((name) => columnOf(x, name));
  return { names, train: columnsOf(xTrain), test: columnsOf(xTest), yTrain, yTest };
}

function describeGap(
  { column: name, cells, firstLine }: DatasetContent["gaps"][number],
  unit: DatasetContent["unit"],
): string {
  return `${name} ${cells} (${cells === 1 ? "in" : "first in"} ${unit} ${firstLine})`;
}
