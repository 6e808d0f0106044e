import { onnxClassifier } from "@tiphys/ml";
import { defineModelExport, outputOf } from "@tiphys/workflow";
import { contract, negativeClass, positiveClass } from "./dataset.js";
import { modelTraining } from "./steps/model-training.js";

/** How `runs export` writes the model for other tools: raw columns in, probability of the positive class and class out. */
export const modelExport = defineModelExport({
  model: outputOf(modelTraining, "model"),
  toOnnx({ preprocessing: { imputer, categories, scaler }, classifier }) {
    const ofNumbers = imputer === null ? [] : [imputer];
    const ofTexts = categories === undefined ? [] : [categories.imputer, categories.encoder];
    return onnxClassifier({
      steps: [...ofNumbers, ...ofTexts, scaler],
      classifier,
      classes: [negativeClass, positiveClass],
      description: `Probability that ${contract.target} is ${positiveClass}, and the more likely class.`,
    });
  },
});
