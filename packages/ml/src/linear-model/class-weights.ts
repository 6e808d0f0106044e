import { InvalidParameterError } from "../errors.js";
import type { Classes } from "../labels.js";

/** Weights of the classes: "balanced" is inverse to their frequency; else by name, 1 for a class that is not named. */
export type ClassWeight = "balanced" | Readonly<Record<string, number>>;

/**
 * The weight of each class.
 * @param classes k labels
 * @param counts rows of each of them
 * @returns k numbers above 0
 * @throws {InvalidParameterError} for an unknown class or a weight that is not positive
 * @see scikit-learn, utils.class_weight.compute_class_weight: balanced is n / (number of classes · rows of the class)
 */
export function classWeights(
  classWeight: ClassWeight | undefined,
  classes: Classes,
  counts: readonly number[],
): number[] {
  if (classWeight === undefined) return counts.map(() => 1);
  if (classWeight === "balanced") {
    const n = counts.reduce((sum, count) => sum + count, 0);
    return counts.map((count) => n / (counts.length * count));
  }
  const names = classes.map(String);
  for (const [name, weight] of Object.entries(classWeight)) {
    if (!names.includes(name)) {
      throw new InvalidParameterError(
        "classWeight",
        JSON.stringify(name),
        `only the classes ${names.join(" and ")}`,
      );
    }
    if (!(weight > 0 && Number.isFinite(weight))) {
      throw new InvalidParameterError(`classWeight[${name}]`, weight, "a finite number above 0");
    }
  }
  return names.map((name) => classWeight[name] ?? 1);
}
