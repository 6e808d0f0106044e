import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { changed, type Files, insertLine, replaceLine } from "./fork.js";

const root = join(import.meta.dirname, "../../../..");

/** A template made of this repository's own files. */
export const template: Files = new Map([
  [".tiphys.json", '{ "version": "0.1.0" }\n'],
  ...[
    ".gitattributes",
    ".gitignore",
    ".github/workflows/ci.yml",
    ".github/workflows/release.yml",
    ".github/workflows/security.yml",
    "Dockerfile",
    "README.md",
    "biome.json",
    "docs/how-to/explore.md",
    "docs/how-to/write-a-step.md",
    "package.json",
    "test/contract.test.ts",
    "test/project.ts",
    "test/run.test.ts",
    "tsconfig.json",
    ...readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".ts"))
      .map((path) => `src/${path}`)
      .sort(),
  ].map((path): [string, string] => [path, readFileSync(join(root, path), "utf8")]),
]);

/** The text of a file of a template. */
export function textOf(files: Files, path: string): string {
  const content = files.get(path);
  if (typeof content !== "string") throw new Error(`the template has no text file ${path}`);
  return content;
}

/** Changes the text of a file of a template. */
export function edited(files: Files, path: string, ...changes: ((text: string) => string)[]): Files {
  return changed(files, { [path]: changes.reduce((text, change) => change(text), textOf(files, path)) });
}

/** Lines that the later versions have. Each is in one place. */
export const newLines = {
  dataset: "// template: dataset",
  docker: "# template: docker",
  main: "// template: main",
  readme: "template: readme",
  scaling: "// template: scaling",
  workflow: "# template: workflow",
};

/** The step that the later versions add. */
export const newStep = Array.from({ length: 12 }, (_, i) => `// template: calibrate ${i}\n`).join("");

interface Package {
  readonly scripts: Record<string, string>;
  readonly dependencies: Record<string, string>;
}

function withNewEntries(text: string): string {
  const content: Package = JSON.parse(text);
  const { scripts, dependencies } = content;
  const changes = {
    scripts: { ...scripts, start: "tiphys run --summary", calibrate: "tiphys run calibrate" },
    dependencies: { ...dependencies, zod: "^4.9.9" },
  };
  return `${JSON.stringify({ ...content, ...changes }, undefined, 2)}\n`;
}

/** A later version with some changed lines, a new step and a removed page. */
export const small: Files = [
  (files: Files) => changed(files, { ".tiphys.json": '{ "version": "0.2.0" }\n' }),
  (files: Files) => changed(files, { "docs/how-to/explore.md": undefined }),
  (files: Files) => changed(files, { "src/steps/calibrate.ts": newStep }),
  (files: Files) => edited(files, "src/dataset.ts", insertLine(3, newLines.dataset)),
  (files: Files) => edited(files, "src/main.ts", insertLine(4, newLines.main)),
  (files: Files) => edited(files, "src/steps/feature-scaling.ts", replaceLine(10, newLines.scaling)),
  (files: Files) => edited(files, ".github/workflows/ci.yml", replaceLine(3, newLines.workflow)),
  (files: Files) => edited(files, "Dockerfile", replaceLine(4, newLines.docker)),
  (files: Files) => edited(files, "README.md", replaceLine(3, newLines.readme)),
  (files: Files) => edited(files, "package.json", withNewEntries),
].reduce((files, change) => change(files), template);

/** A later version that also moved the folder of the steps and a test, removed a workflow, and changed more of the Dockerfile. */
export const large: Files = (() => {
  const moved = new Map(
    [...small].map(([path, content]) => [path.replace(/^src\/steps\//, "src/stages/"), content]),
  );
  const files = changed(moved, {
    ".tiphys.json": '{ "version": "0.3.0" }\n',
    ".github/workflows/release.yml": undefined,
    "test/run.test.ts": undefined,
    "test/whole-run.test.ts": textOf(template, "test/run.test.ts"),
  });
  return edited(files, "Dockerfile", replaceLine(20, `${newLines.docker} again`));
})();
