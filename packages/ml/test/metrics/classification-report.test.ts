import fc from "fast-check";
import { expect, test } from "vitest";
import { classificationReport, InvalidParameterError, ShapeError } from "../../src/index.js";
import { reference, reference19, scaledDiabetes } from "../diabetes.js";

test("equals scikit-learn's to the character on the diabetes data", () => {
  const report = classificationReport(scaledDiabetes().yTest, reference.predictions);
  expect(report).toBe(reference.metrics.classification_report);
});

test.each(reference.report_edge_cases.map((edge, i) => ({ ...edge, i })))(
  "equals scikit-learn's to the character in edge case $i",
  ({ y_true, y_pred, report }) => {
    expect(classificationReport(y_true, y_pred)).toBe(report);
  },
);

test.each(reference19.reports.map((given, i) => ({ ...given, i })))(
  "equals scikit-learn's to the character in case $i with $options",
  ({ y_true, y_pred, options: { digits, targetNames }, report }) => {
    const options = targetNames === undefined ? { digits } : { digits, targetNames };
    const [yTrue, yPred] = [y_true, y_pred].map((labels) => {
      return labels.every((label) => typeof label === "number") ? labels : labels.map(String);
    });
    expect(classificationReport(yTrue ?? [], yPred ?? [], options)).toBe(report);
  },
);

test("all its lines have the same width, and the supports add up", () => {
  const pairs = fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 })), {
    minLength: 1,
  });
  fc.assert(
    fc.property(pairs, (rows) => {
      const report = classificationReport(
        rows.map(([label]) => label),
        rows.map(([, label]) => label),
      );
      const lines = report.split("\n").filter((line) => line !== "");
      expect(new Set(lines.map((line) => line.length)).size).toBe(1);
      const supports = lines.slice(1).map((line) => Number(line.trim().split(/\s+/).at(-1)));
      expect(supports.slice(0, -3).reduce((sum, support) => sum + support, 0)).toBe(rows.length);
      expect(supports.slice(-3)).toEqual([rows.length, rows.length, rows.length]);
    }),
  );
});

test("refuses another number of names than classes", () => {
  expect(() => classificationReport([0, 1], [0, 1], { targetNames: ["healthy"] })).toThrow(
    "targetNames: found 1 name(s), expected one for each of the 2 classes 0, 1.",
  );
});

test.each([-1, 1.5, 100])("refuses %d digits", (digits) => {
  expect(() => classificationReport([0, 1], [0, 1], { digits })).toThrow(InvalidParameterError);
});

test("refuses no rows", () => {
  expect(() => classificationReport([], [])).toThrow(ShapeError);
});
