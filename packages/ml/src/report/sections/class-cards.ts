import { averageOfClasses } from "../../metrics/average-of-classes.js";
import type { MatrixFigures } from "../class-figures.js";
import type { Estimate } from "../estimate.js";
import { formatCount, formatDecimal, formatPercent } from "../format.js";
import { type Html, markup } from "../html.js";
import type { MultiClassEvaluation } from "../multi-class-evaluation.js";
import { countOf, inQuotes } from "../wording.js";
import { figureCard, numberCard, percentCard } from "./card.js";

/** One card for each figure of all classes together: its value, its interval, and its meaning in words. */
export function classCards(evaluation: MultiClassEvaluation, figures: MatrixFigures): Html {
  const { intervals = {}, baseline, logLoss, unit } = evaluation;
  const { rows, right, accuracy, balancedAccuracy, macro, weighted } = figures;
  const areas = classAreas(evaluation);
  const support = figures.classes.map((ofClass) => ofClass.support);
  const of = (value: number, interval?: Estimate["interval"]): Estimate => ({ value, interval });
  return markup`<div class="cards">
${percentCard("Accuracy", "", accuracy, `${formatCount(right)} of ${countOf(rows, unit)} were classified correctly.`)}
${percentCard("Balanced accuracy", "", of(balancedAccuracy, intervals.balancedAccuracy), "Mean of the classes' recalls: each class counts alike, however few rows it has.")}
${numberCard("F1 score", "macro", of(macro.fscore, intervals.macroF1), "Mean of the classes' F1 scores: precision and recall in one number; 1 is perfect, 0 the worst.")}
${numberCard("F1 score", "weighted", of(weighted.fscore, intervals.weightedF1), "The same, each class weighted by its rows.")}
${numberCard("AUC", "macro, one-vs-rest", of(averageOfClasses(areas), intervals.macroAuc), "How often a row of a class gets a higher probability of it than a row of another class; mean over the classes. 0.5 is guessing.")}
${numberCard("AUC", "weighted", of(averageOfClasses(areas, support), intervals.weightedAuc), "The same, each class weighted by its rows.")}
${figureCard("Log loss", "", logLoss, { format: (value) => formatDecimal(value, 3), explanation: `Mean of −log of the probability given to the true class; 0 is perfect.${Number.isNaN(baseline.logLoss) ? "" : ` The baseline has ${formatDecimal(baseline.logLoss, 3)}.`}` })}
${figureCard("Baseline", "accuracy", of(baseline.accuracy), { format: formatPercent, withoutInterval: "on the same test rows", explanation: `Always answering ${inQuotes(baseline.label)}, the most frequent class of the training rows.` })}
</div>`;
}

/** The area of each class, NaN for one without a curve. */
export function classAreas({ classes, curves }: MultiClassEvaluation): Float64Array {
  return Float64Array.from(
    classes,
    (label) => curves.find((curve) => curve.label === label)?.auc ?? Number.NaN,
  );
}
