import { expect, test } from "vitest";
import { reportText } from "../../src/steps/evaluate.js";

const yTest = Float64Array.of(0, 0, 0, 1, 1);
const yPred = Float64Array.of(0, 0, 1, 1, 1);

// scikit-learn 1.9.1: classification_report(y_test, y_pred, target_names=["no", "yes"])
const expected = `              precision    recall  f1-score   support

          no       1.00      0.67      0.80         3
         yes       0.67      1.00      0.80         2

    accuracy                           0.80         5
   macro avg       0.83      0.83      0.80         5
weighted avg       0.87      0.80      0.80         5
`;

test("calls the classes by their names, as scikit-learn does", () => {
  expect(reportText(yTest, yPred, ["no", "yes"])).toBe(expected);
  expect(reportText(yTest, yPred, [0, 1])).toBe(expected.replace(" no", "  0").replace("yes", "  1"));
});

test("adds warnings about the data below the report", () => {
  expect(reportText(yTest, yPred, ["no", "yes"], ["a is empty.", "b is empty."])).toBe(
    `${expected}\nWarning: a is empty.\nWarning: b is empty.\n`,
  );
});
