import { columnsWithZeroAsMissing, emptyCategory } from "../missing-values.js";
import type { Preprocessing } from "../preprocessing.js";
import { wording } from "./wording.js";

/** Notes on how missing values and categories were treated. */
export function missingNotes({ imputer, categories }: Preprocessing): string[] {
  return [...numberNotes(imputer), ...categoryNotes(categories)];
}

function numberNotes(imputer: Preprocessing["imputer"]): string[] {
  const filled = `replaced by the ${imputer?.strategy === "mostFrequent" ? "most frequent value" : imputer?.strategy} of the training rows.`;
  if (columnsWithZeroAsMissing.length > 0) {
    const done = imputer === null ? wording.keptAsTheyAre : `They were ${filled}`;
    return [`Zeros in ${columnsWithZeroAsMissing.join(", ")} mean that nothing was measured. ${done}`];
  }
  return imputer === null ? [] : [`Missing numbers were ${filled}`];
}

function categoryNotes(categories: Preprocessing["categories"]): string[] {
  if (categories === undefined) return [];
  const { imputer, encoder } = categories;
  const own = imputer.columns.filter((_, j) => imputer.statistics[j] === emptyCategory.name);
  const others = imputer.columns.filter((name) => !own.includes(name));
  return [
    `Each category of ${encoder.columns.join(", ")} but the most frequent one is a column of 0 and 1. A category that the training rows do not hold counts as the most frequent one.`,
    ...(own.length === 0
      ? []
      : [
          `In ${own.join(", ")} more than ${100 * emptyCategory.above}% of the training rows are empty: that is a category of its own, “${emptyCategory.name}”.`,
        ]),
    ...(others.length === 0
      ? []
      : [`Empty cells of ${others.join(", ")} count as the most frequent category of the training rows.`]),
  ];
}
