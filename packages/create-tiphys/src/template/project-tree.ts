import type { NewProject } from "../answers/answers.js";
import { dataFile } from "../answers/data-file.js";
import { recordText } from "../answers/record.js";
import { isRenamed, renamed } from "../answers/rename.js";
import { agents } from "../write/agents.js";
import { changelog } from "../write/changelog.js";
import { dataPage } from "../write/data-page.js";
import { dataTest } from "../write/data-test.js";
import { datasetSource, missingValuesSource } from "../write/dataset.js";
import { linksToPackages } from "../write/links-to-packages.js";
import { readme } from "../write/readme.js";
import { vitestConfig } from "../write/vitest-config.js";
import { withVendor } from "../write/with-vendor.js";
import { type Kept, withoutGone } from "../write/without-gone.js";
import { wordingSource } from "../write/wording.js";
import { withOwnData } from "../write/workflow.js";
import { packageJson } from "./package-json.js";
import { lockFile } from "./package-lock.js";
import { biomeJson, tsconfigJson } from "./settings.js";
import { type ProjectTemplate, templateText } from "./template.js";
import { withoutTemplateOnly } from "./without-template-only.js";

/**
 * A project's files, by path: all but the user's data, what npm writes, and tarballs. TypeScript and JSON are not formatted
 * yet.
 * @throws {Error} if the template does not contain a text that is replaced
 */
export function projectTree(template: ProjectTemplate, project: NewProject): Map<string, string> {
  const written = writtenFiles(template, project);
  const left = new Set([lockFile, ...(project.data === undefined ? [] : ["data/diabetes.csv"])]);
  const taken = [...template.files].filter(([path]) => !left.has(path));
  const tree = new Map(
    taken.map(([path, text]) => [path, written.get(path) ?? changedText(path, text, project)]),
  );
  for (const [path, text] of written) tree.set(path, text);
  const kept = keptOf(template, tree, project);
  for (const [path, text] of tree) {
    if (path.endsWith(".md") && isRenamed(path)) {
      tree.set(path, withoutGone(linksToPackages(text, path, kept.isThere), path, kept));
    }
  }
  return new Map([...tree].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A file of the template as the project has it. */
function changedText(path: string, text: string, project: NewProject): string {
  if (path.startsWith("data/")) return text;
  const own = withVendor(path, withoutTemplateOnly(text, path), project);
  if (!isRenamed(path)) return own;
  const named = renamed(own, project);
  return project.data === undefined ? named : withOwnData(path, named, project.data);
}

/** The files that are written anew for each project. */
function writtenFiles(template: ProjectTemplate, project: NewProject): Map<string, string> {
  const { data } = project;
  const files = new Map([
    [".tiphys.json", recordText(template.version, project)],
    ["AGENTS.md", agents(project)],
    ["CHANGELOG.md", changelog(project)],
    ["README.md", readme(project)],
    ["biome.json", biomeJson(templateText(template, "biome.json"))],
    ["package.json", packageJson(templateText(template, "package.json"), project, template.version)],
    ["vitest.config.ts", vitestConfig],
    ["tsconfig.json", tsconfigJson(templateText(template, "tsconfig.json"))],
  ]);
  if (data === undefined) return files;
  return new Map([
    ...files,
    ["data/README.md", dataPage(project, data)],
    ["src/dataset.ts", datasetSource(project, data)],
    ["src/missing-values.ts", missingValuesSource(data)],
    ["src/evaluation/wording.ts", wordingSource(project, data)],
    ["test/data.test.ts", dataTest(project, data)],
  ]);
}

function keptOf(template: ProjectTemplate, tree: ReadonlyMap<string, string>, project: NewProject): Kept {
  const stay = [...tree.keys(), dataFile(project)];
  const { scripts }: { readonly scripts: object } = JSON.parse(tree.get("package.json") ?? "{}");
  return {
    wasThere: (path) =>
      holds([...template.files.keys()], path) || /^(bench|e2e|examples|init|packages|scripts)\//.test(path),
    isThere: (path) => path.startsWith("node_modules/") || holds(stay, path),
    isScript: (name) => name in scripts,
  };
}

/** Whether a path is one of the files, or a folder of one. */
function holds(files: readonly string[], path: string): boolean {
  const folder = `${path.replace(/\/$/, "")}/`;
  return files.some((file) => file === path || file.startsWith(folder));
}
