import type { NewProject } from "./answers.js";
import { dataFile } from "./data-file.js";

/** Names of the template. */
export const templateNames = {
  image: "ghcr.io/your-name/diabetes-pipeline",
  package: "diabetes-pipeline",
  workflow: "model-training-pipeline",
};

/** Replaces the template's names in a file's text by the project's. */
export function renamed(text: string, project: NewProject): string {
  const own = project.data === undefined;
  const pairs: [string, string][] = [
    [templateNames.image, project.image],
    [templateNames.package, project.name],
    [templateNames.workflow, project.name],
    ...(own
      ? []
      : ([
          ["data/diabetes.csv", dataFile(project)],
          ["datasets/diabetes.csv", `datasets/${project.name}.csv`],
        ] satisfies [string, string][])),
  ];
  // One pass, so that a new name that contains an old one is not replaced again.
  const pattern = new RegExp(
    pairs.map(([from]) => from.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|"),
    "g",
  );
  const byName = new Map(pairs);
  return text.replaceAll(pattern, (found) => byName.get(found) ?? found);
}

/** Whether names are replaced in a file: in text files, except data and those that are written with the names. */
export function isRenamed(path: string): boolean {
  if (/^data\//.test(path)) return false;
  if (/^(LICENSE|package\.json|vitest\.config\.ts)$/.test(path)) return false;
  return /\.(ts|js|json|md|ya?ml|py|sh|txt)$|^[^.]+$|^\.github\//.test(path);
}
