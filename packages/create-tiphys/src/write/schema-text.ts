import type { DescribedFeature as Feature, OwnData } from "../answers/answers.js";
import { literal } from "./literal.js";

/** The schema of a column as source text of the contract: `z.int().min(0).max(30)`. */
export function schemaText(feature: Feature, { missing }: Pick<OwnData, "missing">): string {
  const nullable = feature.missing > 0 && missing === "impute" ? ".nullable()" : "";
  return `${requiredText(feature)}${nullable}`;
}

function requiredText(feature: Feature): string {
  switch (feature.kind) {
    case "flag":
      return "z.literal([0, 1])";
    case "category":
      return `z.enum(${literal(feature.categories)})`;
    case "date":
      return `dateColumn(${feature.parts.map((part) => literal(part)).join(", ")})`;
    case "number":
      return `${feature.integer ? "z.int()" : "z.number()"}.min(${feature.range.min}).max(${feature.range.max})`;
  }
}

/** The schema of the column by which rows are divided as source text. */
export function divisionText({ kind }: NonNullable<OwnData["inferred"]["division"]>): string {
  return { integer: "z.int()", number: "z.number()", text: "z.string()", date: "dateColumn()" }[kind];
}

/** The schema of the target as source text. */
export function targetText({ inferred: { target } }: OwnData): string {
  const values = target.classes.map(({ value }) => value);
  return typeof values[0] === "string" ? `z.enum(${literal(values)})` : `z.literal(${literal(values)})`;
}
