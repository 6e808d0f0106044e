import { columnsWithZeroAsMissing, emptyCategory } from "../missing-values.js";
import type { StoredModel } from "../model.js";
import { modelOf } from "../models.js";
import { findTransformer, type Preprocessing } from "../preprocessing.js";
import { wording } from "./wording.js";

/** Notes on how missing values and categories were treated. */
export function missingNotes({ preprocessing, classifier }: StoredModel): string[] {
  if (modelOf(classifier).preprocessing === "raw") return rawNotes();
  return [...numberNotes(preprocessing), ...categoryNotes(preprocessing)];
}

function rawNotes(): string[] {
  if (columnsWithZeroAsMissing.length === 0) {
    return [
      "The model reads columns as they are: an empty cell is a value of its own, and categories need no columns of 0 and 1.",
    ];
  }
  return [
    `Zeros in ${columnsWithZeroAsMissing.join(", ")} mean that nothing was measured. The model reads them as the number 0.`,
  ];
}

function numberNotes(preprocessing: Preprocessing): string[] {
  const imputer = findTransformer(preprocessing, "SimpleImputer");
  const strategy = imputer?.strategy === "mostFrequent" ? "most frequent value" : imputer?.strategy;
  const filled = `replaced by the ${strategy} of the training rows.`;
  if (columnsWithZeroAsMissing.length > 0) {
    const done = imputer === undefined ? wording.keptAsTheyAre : `They were ${filled}`;
    return [`Zeros in ${columnsWithZeroAsMissing.join(", ")} mean that nothing was measured. ${done}`];
  }
  return imputer === undefined ? [] : [`Missing numbers were ${filled}`];
}

function categoryNotes(preprocessing: Preprocessing): string[] {
  const imputer = findTransformer(preprocessing, "CategoryImputer");
  const encoder = findTransformer(preprocessing, "OneHotEncoder");
  if (imputer === undefined || encoder === undefined) return [];
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
