import { readdirSync } from "node:fs";
import { join } from "node:path";
import { templateFiles } from "../../packages/create-tiphys/src/template/template-files.js";
import { pagesForOthers } from "../../packages/create-tiphys/src/write/links-to-packages.js";
import { root } from "./repository.js";

/**
 * Pages and manifests in `docs/how-to/` that a project made by create-tiphys has itself, because its own files are their
 * subject.
 */
export const pagesOfProjects: readonly string[] = templateFiles.filter((path) =>
  path.startsWith("docs/how-to/"),
);

/** Files of `examples/` that run and compile the examples of this repository. */
const programsOfExamples: readonly string[] = [
  "all.ts",
  "example-yaml.ts",
  "list.ts",
  "main.ts",
  "update.ts",
].map((name) => `examples/${name}`);

/**
 * The files of `docs/` and `examples/` that `@tiphys/workflow` contains for its users: the pages on what every project can
 * use, the manifests that they apply, and the examples.
 * @returns paths from the repository's root, which are also the paths in the package
 */
export function publishedPages(): string[] {
  const left = new Set([...pagesOfProjects, ...pagesForOthers, ...programsOfExamples]);
  const files = ["docs/how-to", "examples"].flatMap(filesBelow);
  return ["docs/lint.md", ...files].filter((path) => !left.has(path)).sort();
}

function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll("\\", "/"),
    );
}
