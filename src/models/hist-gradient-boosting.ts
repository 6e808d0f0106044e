import { HistGradientBoostingClassifier, histGradientBoostingClassifierSchema } from "@tiphys/ml";
import { defineModel } from "./model-kind.js";

export const histGradientBoosting = defineModel({
  name: "hist-gradient-boosting",
  title: "Gradient boosting",
  schema: histGradientBoostingClassifierSchema,
  preprocessing: "raw",
  fit(x, y, { classWeight, randomState, log }) {
    const balanced = classWeight === "balanced" ? { classWeight } : {};
    const classifier = new HistGradientBoostingClassifier({ randomState, ...balanced }).fit(x, y);
    log(`grew ${classifier.nIter} trees on ${x.numRows()} rows`);
    return classifier;
  },
  fromJSON: (stored) => HistGradientBoostingClassifier.fromJSON(stored),
  describe({ classifier: { options, nIter } }) {
    const { learningRate, maxIter, maxLeafNodes, minSamplesLeaf } = options;
    return {
      parameters: [
        { name: "learningRate", value: learningRate },
        { name: "trees", value: nIter === maxIter ? nIter : `${nIter} of ${maxIter} (stopped early)` },
        { name: "maxLeafNodes", value: maxLeafNodes ?? "no limit" },
        { name: "minSamplesLeaf", value: minSamplesLeaf },
      ],
      warnings: [],
    };
  },
});
