import type { DescribedFeature as Feature, NewProject, OwnData } from "../answers/answers.js";
import { dataFile } from "../answers/data-file.js";
import { partNames } from "../answers/part-names.js";
import { cell } from "./markdown.js";

/** `data/README.md` of a project with its own data. */
export function dataPage(project: NewProject, data: OwnData): string {
  const { file, features, leftOut, target, division } = data.inferred;
  const byName = new Map(features.map((feature) => [feature.name, feature]));
  const rows = file.names.flatMap((name) => {
    const feature = byName.get(name);
    if (name === target.name) return [`| ${cell(name)} | ${allowedInTarget(data)} | 0 |`];
    if (name === division?.name && feature === undefined) {
      return [
        `| ${cell(name)} | ${kindNames[division.kind]}; ${divisionNames[division.by]}, not learned from | 0 |`,
      ];
    }
    return feature === undefined ? [] : [`| ${cell(name)} | ${allowed(feature)} | ${feature.missing} |`];
  });
  const sections = [
    `# ${project.name}.csv`,
    `${file.rows} rows. Describe here what they are, where they come from, and who may use them.`,
    `| column | allowed by the contract | missing |\n|---|---|---|\n${rows.join("\n")}`,
    "The contract itself is in [`src/dataset.ts`](../src/dataset.ts). Its ranges are wider than the numbers of this\nfile: narrow them where you know better. Loading checks every cell.",
  ];
  if (leftOut.length > 0) {
    sections.push(
      "## Columns that are not read",
      leftOut
        .map(
          ({ name, because }) =>
            `- ${name === "" ? "a column without a name" : cell(name)}: ${cell(because)}.`,
        )
        .join("\n"),
    );
  }
  if (data.conversions.length > 0) {
    sections.push(
      "## Conversions",
      `\`${dataFile(project)}\` differs from the original file:`,
      data.conversions.map((sentence) => `- ${cell(sentence)}`).join("\n"),
    );
  }
  return `${sections.join("\n\n")}\n`;
}

const kindNames = {
  integer: "whole numbers",
  number: "numbers",
  text: "texts",
  date: "dates such as 2024-01-31",
};
const divisionNames = {
  group: "rows of one value stay together in the training or the test set",
  time: "the newest rows are the test set",
};

function allowed(feature: Feature): string {
  switch (feature.kind) {
    case "flag":
      return "0 or 1";
    case "category":
      return feature.categories.map((category) => cell(category)).join(", ");
    case "date":
      return `dates such as 2024-01-31 or 2024-01-31T09:30:00Z, of which the model sees ${feature.parts.map((part) => partNames[part]).join(", ")}`;
    case "number":
      return `${feature.integer ? "whole number, " : ""}${feature.range.min} to ${feature.range.max}`;
  }
}

function allowedInTarget({ inferred, positive }: OwnData): string {
  const values = inferred.target.classes.map(({ value }) => cell(String(value)));
  return `${values.join(" or ")}; the model predicts ${cell(String(positive))}`;
}
