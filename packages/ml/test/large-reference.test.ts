import { expect, test } from "vitest";
import { LogisticRegression, StandardScaler } from "../src/index.js";
import reference from "./fixtures/sklearn-large.json" with { type: "json" };
import { generatedTable } from "./generated-table.js";
import { largestRelativeError } from "./relative-error.js";

/*
 * Answers of scikit-learn 1.5.2, solver newton-cholesky, tol 1e-12, by fixtures/sklearn-large.py: tables so large that
 * they are scaled, fitted and predicted in WebAssembly.
 */
test.each(reference.answers)(
  "gives scikit-learn's answers on $n rows of $p columns, weights $classWeight",
  (expected) => {
    const { x, y } = generatedTable(expected.n, expected.p, expected.seed);
    expect(y.reduce((sum, value) => sum + value, 0)).toBe(expected.positives);

    const scaler = new StandardScaler().fit(x);
    expect(largestRelativeError(scaler.mean, expected.mean)).toBeLessThan(1e-11);
    expect(largestRelativeError(scaler.scale, expected.scale)).toBeLessThan(1e-12);

    const scaled = scaler.transform(x);
    const { C, classWeight } = expected;
    const model = new LogisticRegression({
      tol: 1e-12,
      C,
      ...(classWeight === "balanced" ? { classWeight } : {}),
    }).fit(scaled, y);
    expect(model).toMatchObject({ converged: true, warnings: [] });
    expect(largestRelativeError(model.coef[0], expected.coef)).toBeLessThan(1e-9);
    expect(largestRelativeError(model.intercept, [expected.intercept])).toBeLessThan(1e-9);

    const [, positive] = model.predictProba(scaled);
    const rows = expected.rows.map((row) => positive[row] ?? Number.NaN);
    expect(largestRelativeError(rows, expected.probabilities)).toBeLessThan(1e-9);
    const predicted = Float64Array.from(model.predict(scaled), Number);
    expect(predicted.reduce((sum, value) => sum + value, 0)).toBe(expected.predictedPositives);
  },
);
