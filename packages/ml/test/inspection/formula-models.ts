import { table } from "arquero";
import { type Classifier, columnOf, isNumericColumn, type Regressor, type Table } from "../../src/index.js";
import reference from "../fixtures/sklearn-inspection.json" with { type: "json" };

/** The table of ../fixtures/sklearn-inspection.py: numbers, texts, and numbers of which there are three. */
export const mixed = table({
  number: Float64Array.from(reference.mixed.number),
  text: reference.mixed.text,
  few: Float64Array.from(reference.mixed.few),
});

/** FormulaRegressor of ../fixtures/sklearn-inspection.py. */
export class FormulaRegressor implements Regressor {
  readonly featureNames = ["number", "text", "few"];

  fit(): this {
    return this;
  }

  predict(x: Table): Float64Array {
    const texts = textsOf(x);
    return Float64Array.from(
      numbersOf(x, "number"),
      (number, row) => number ** 2 + number * lengthOf(texts, row) + (texts[row]?.startsWith("b") ? 1 : 0),
    );
  }

  toJSON() {
    return { estimator: "FormulaRegressor" };
  }
}

/** FormulaClassifier of ../fixtures/sklearn-inspection.py. */
export class FormulaClassifier implements Classifier {
  readonly featureNames = ["number", "text", "few"];
  readonly classes = ["a", "b", "c"];

  fit(): this {
    return this;
  }

  predictProba(x: Table): Float64Array[] {
    const [numbers, texts, few] = [numbersOf(x, "number"), textsOf(x), numbersOf(x, "few")];
    const odds = Array.from(numbers, (number, row) => [
      Math.exp(number),
      Math.exp(lengthOf(texts, row)),
      Math.exp(number * (few[row] ?? 0)),
    ]);
    return this.classes.map((_, code) =>
      Float64Array.from(odds, (ofRow) => (ofRow[code] ?? 0) / ofRow.reduce((sum, value) => sum + value)),
    );
  }

  predict(x: Table): string[] {
    const probabilities = this.predictProba(x);
    return Array.from({ length: x.numRows() }, (_, row) => {
      const ofRow = probabilities.map((ofClass) => ofClass[row] ?? 0);
      return this.classes[ofRow.indexOf(Math.max(...ofRow))] ?? "";
    });
  }

  toJSON() {
    return { estimator: "FormulaClassifier" };
  }
}

function numbersOf(x: Table, name: string): ArrayLike<number> {
  const column = columnOf(x, name);
  if (!isNumericColumn(column)) throw new TypeError(`${name} holds texts`);
  return column;
}

function textsOf(x: Table): readonly string[] {
  const column = columnOf(x, "text");
  if (isNumericColumn(column)) throw new TypeError("text holds numbers");
  return column;
}

const lengthOf = (texts: readonly string[], row: number): number => texts[row]?.length ?? 0;
