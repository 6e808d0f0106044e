import { ColumnMismatchError } from "@tiphys/ml";
import {
  artifact,
  ContractError,
  CsvWriter,
  defineStep,
  file,
  json,
  parameter,
  type RowBatch,
  readRows,
} from "@tiphys/workflow";
import * as z from "zod";
import { contract, negativeClass, positiveClass } from "../dataset.js";
import { modelSchema, type OpenModel, openModel, type RowPredictions } from "../model.js";
import { unfilledColumns } from "../preprocessing.js";

export const scoreNewRows = defineStep({
  name: "score-new-rows",
  description: "Checks every cell of new rows, and writes the probability and the class of each row.",
  inputs: {
    model: artifact(json(modelSchema)),
    /** The dataset's columns; the target's may be missing. */
    rows: artifact(file("csv", "text/csv")),
    /** "skip" keeps a bad row without a probability, and says why in a column of its own. */
    onBadRow: parameter(z.enum(["fail", "skip"]), "fail"),
  },
  outputs: { predictions: artifact(file("csv", "text/csv")) },
  async run({ model, rows, onBadRow }, { log, progress, scratch }) {
    const opened = openModel(model);
    const predictions = `${scratch}/predictions.csv`;
    const writer = new CsvWriter(predictions, contract.delimiter);
    const batches = readRows(rows.file, contract.withoutTarget(), {
      onBadRow,
      needed: {
        columns: unfilledColumns(model.preprocessing, contract.features),
        expected: "a number: the model was trained without filling in this column's empty cells",
      },
      onProgress: (done, total) => progress(Math.round((100 * done) / total), 100),
    });
    const written = { rows: 0, positive: 0, bad: 0 };
    let warnings: readonly string[] = [];
    try {
      for await (const batch of batches) {
        if (written.rows === 0) {
          writer.write(headerOf(batch, onBadRow));
          if (batch.ignored.includes(contract.target))
            log(`the file's column ${contract.target} is not read`);
        }
        const scored = scoreBatch(opened, batch, written.rows);
        for (const cells of scored.rows) writer.write(onBadRow === "skip" ? cells : cells.slice(0, -1));
        written.rows += batch.rows.length;
        written.positive += scored.positive;
        written.bad += batch.rows.length - batch.table.numRows();
        warnings = batch.warnings;
      }
    } finally {
      writer.close();
    }
    for (const warning of warnings) log(warning);
    log(
      `scored ${written.rows - written.bad} rows: ${written.positive} of class ${positiveClass} (${contract.target}), whose probability is at least ${model.threshold.value}`,
    );
    return { predictions: { file: predictions } };
  },
});

/** Indices of the ignored columns that are passed through, to identify the rows. */
function identifiers({ ignored }: RowBatch): number[] {
  return ignored.flatMap((name, i) => (name === contract.target ? [] : [i]));
}

function headerOf(batch: RowBatch, onBadRow: "fail" | "skip"): string[] {
  const names = identifiers(batch).map((i) => batch.ignored[i] ?? "");
  const added = ["probability", "class", ...(onBadRow === "skip" ? ["problem"] : [])];
  return [
    ...(names.length === 0 ? ["row"] : names),
    ...added.map((name) => (names.includes(name) ? `predicted ${name}` : name)),
  ];
}

/** The cells of each row: what identifies it, probability, class and problem. @param before number of rows above the batch */
function scoreBatch(
  model: OpenModel,
  batch: RowBatch,
  before: number,
): { readonly rows: readonly string[][]; readonly positive: number } {
  const shown = identifiers(batch);
  const { yPred, yScore } = predictBatch(model, batch);
  let next = 0;
  let positive = 0;
  const rows = batch.rows.map(({ ignored, problem }, i) => {
    const id = shown.length === 0 ? [String(before + i + 1)] : shown.map((j) => ignored[j] ?? "");
    if (problem !== undefined) return [...id, "", "", problem];
    const isPositive = yPred[next] === 1;
    if (isPositive) positive += 1;
    const probability = String(yScore[next]);
    next += 1;
    return [...id, probability, String(isPositive ? positiveClass : negativeClass), ""];
  });
  return { rows, positive };
}

/** @throws {ContractError} if the model was trained on other columns than those of the dataset's contract */
function predictBatch(model: OpenModel, { table }: RowBatch): RowPredictions {
  try {
    return model.predict(table);
  } catch (error) {
    if (!(error instanceof ColumnMismatchError)) throw error;
    const { missing, surplus } = error;
    throw new ContractError(
      `The model was trained on other columns, or in another order, than those in src/dataset.ts (only the model has: ${namesText(missing)}; ` +
        `only the dataset has: ${namesText(surplus)}). Train again, or choose another model: --set model=PATH`,
    );
  }
}

function namesText(names: readonly string[]): string {
  return names.length === 0 ? "none" : names.join(", ");
}
