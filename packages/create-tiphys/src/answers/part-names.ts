import { datePartName } from "../../../workflow/src/dataset/date-column.js";
import type { DescribedFeature } from "./answers.js";

/** The numbers that are made of dates, in words. */
export const partNames: Readonly<
  Record<Extract<DescribedFeature, { kind: "date" }>["parts"][number], string>
> = {
  year: "year",
  month: "month",
  weekday: "day of the week (1 for Monday)",
  daysSince: "days since 1970-01-01",
};

/** The names of the table's columns that a column of the file becomes. */
export function madeColumns(feature: DescribedFeature): string[] {
  return feature.kind === "date"
    ? feature.parts.map((part) => datePartName(feature.name, part))
    : [feature.name];
}
