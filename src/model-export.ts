import { ContractError, defineModelExport, outputOf } from "@tiphys/workflow";
import { contract, negativeClass, positiveClass } from "./dataset.js";
import { modelOf } from "./models.js";
import { modelTraining } from "./steps/model-training.js";

/** How `runs export` writes the model for other tools: raw columns in, probability of the positive class and class out. */
export const modelExport = defineModelExport({
  model: outputOf(modelTraining, "model"),
  toOnnx({ preprocessing, classifier, threshold }) {
    const model = modelOf(classifier);
    if (model.toOnnx === undefined) {
      throw new ContractError(
        `${model.title} cannot be written as ONNX. Train another model, such as --set model=logistic-regression.`,
      );
    }
    return model.toOnnx(classifier, preprocessing, {
      classes: [negativeClass, positiveClass],
      threshold: threshold.value,
      description: `Probability that ${contract.target} is ${positiveClass}, and the class: ${positiveClass} from a probability of ${threshold.value} on.`,
    });
  },
});
