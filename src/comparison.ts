import { delongTest, requireNumeric, rocCurve } from "@tiphys/ml";
import { defineComparison, outputOf } from "@tiphys/workflow";
import { loadAndSplitDataset } from "./steps/load-and-split-dataset.js";
import { makePredictions } from "./steps/make-predictions.js";

const yTest = outputOf(loadAndSplitDataset, "yTest");

/** How `runs compare` and `runs page` tell whether one run's model ranks the test rows better than another's. */
export const comparison = defineComparison({
  sameRows: [outputOf(loadAndSplitDataset, "xTest"), yTest],
  values: { yTest, yScore: outputOf(makePredictions, "yScore") },
  compare(first, second) {
    const { difference, lower, upper, confidence, pValue } = delongTest(
      first.yTest,
      requireNumeric("yScore", first.yScore),
      requireNumeric("yScore", second.yScore),
    );
    return [
      {
        name: "AUC",
        difference,
        interval: { lower, upper, confidence },
        ...(pValue === undefined ? {} : { pValue }),
        test:
          pValue === undefined
            ? "no test is possible: no row contradicts the others"
            : "DeLong's paired test",
      },
    ];
  },
  curve: {
    title: "ROC curves",
    xLabel: "False positive rate",
    yLabel: "True positive rate",
    of({ yTest, yScore }) {
      const { fpr, tpr } = rocCurve(yTest, requireNumeric("yScore", yScore));
      return { x: fpr, y: tpr };
    },
  },
});
