import { type Column, classificationReport } from "@tiphys/ml";

/**
 * scikit-learn's classification report, followed by warnings about the data.
 * @param yTest labels of both classes, 1 for positive
 * @param classNames name of the negative class, then of the positive one
 */
export function reportText(
  yTest: Column,
  yPred: Column,
  classNames: readonly [negative: string | number, positive: string | number],
  warnings: readonly string[] = [],
): string {
  const report = classificationReport(yTest, yPred, { targetNames: classNames.map(String) });
  if (warnings.length === 0) return report;
  return `${report}\n${warnings.map((warning) => `Warning: ${warning}\n`).join("")}`;
}
