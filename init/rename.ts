import { dataFile, type NewProject } from "./project.js";

/** How the template is called. */
export const templateNames = {
  image: "ghcr.io/your-name/diabetes-pipeline",
  package: "diabetes-pipeline",
  workflow: "model-training-pipeline",
};

/** A file's text with the project's names in the place of the template's. */
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
  // One pass, so that a new name that holds an old one is not renamed again.
  const pattern = new RegExp(
    pairs.map(([from]) => from.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|"),
    "g",
  );
  const byName = new Map(pairs);
  return text.replaceAll(pattern, (found) => byName.get(found) ?? found);
}

/** Whether names may be replaced in a file: text, and neither the engine, nor its history, nor data. */
export function isRenamed(path: string): boolean {
  if (/^(packages|data|node_modules)\//.test(path)) return false;
  if (/^(LICENSE|CHANGELOG\.md|package\.json|package-lock\.json)$/.test(path)) return false;
  return /\.(ts|js|json|md|ya?ml|py|sh|txt)$|^[^.]+$|^\.github\//.test(path);
}
