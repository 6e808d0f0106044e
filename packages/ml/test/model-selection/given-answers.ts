import type { Classes, Classifier, Column, FitOptions, Regressor, Table } from "../../src/index.js";
import { columnOf, isNumericColumn } from "../../src/index.js";

/** A classifier whose probabilities are the columns of the table. */
export class GivenClassifier implements Classifier {
  readonly classes: Classes;
  readonly featureNames = [];
  /** How often it predicted. */
  predictions = 0;

  constructor(classes: Classes) {
    this.classes = classes;
  }

  fit(): this {
    return this;
  }

  predictProba(x: Table): Float64Array[] {
    this.predictions++;
    return x.columnNames().map((name) => Float64Array.from(numbers(x, name)));
  }

  predict(x: Table): Column {
    const probabilities = this.predictProba(x);
    const best = Array.from({ length: x.numRows() }, (_, row) => {
      const ofRow = probabilities.map((ofClass) => ofClass[row] ?? 0);
      return this.classes[ofRow.indexOf(Math.max(...ofRow))] ?? Number.NaN;
    });
    return best.every((label) => typeof label === "number") ? Float64Array.from(best) : best.map(String);
  }

  toJSON() {
    return { estimator: "GivenClassifier" };
  }
}

/** A regressor whose predictions are the first column of the table, and which remembers how it was fitted. */
export class GivenRegressor implements Regressor {
  readonly featureNames = [];
  readonly fits: { readonly rows: number[]; readonly weights: number[] | undefined }[];

  constructor(fits: { readonly rows: number[]; readonly weights: number[] | undefined }[] = []) {
    this.fits = fits;
  }

  fit(x: Table, _y: Column, { sampleWeight }: FitOptions = {}): this {
    this.fits.push({
      rows: Array.from(numbers(x, x.columnNames()[0] ?? "")),
      weights: sampleWeight && Array.from(sampleWeight),
    });
    return this;
  }

  predict(x: Table): Float64Array {
    return Float64Array.from(numbers(x, x.columnNames()[0] ?? ""));
  }

  toJSON() {
    return { estimator: "GivenRegressor" };
  }
}

function numbers(x: Table, name: string): ArrayLike<number> {
  const column = columnOf(x, name);
  if (!isNumericColumn(column)) throw new TypeError(`${name} holds texts`);
  return column;
}
