import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Change } from "../engine-update/apply-changes.js";
import { csvText } from "./csv/write-csv.js";
import { convertedColumns } from "./infer/conversions.js";
import { examplesOfTheData, withoutExamples, withoutRows } from "./keep-examples.js";
import { packageJson, packageLock } from "./package-json.js";
import { dataFile, type NewProject, type OwnData } from "./project.js";
import { projectFiles } from "./project-files.js";
import { isRenamed, renamed } from "./rename.js";
import {
  examplesFolder,
  helpersOfOtherTests,
  ofTheTemplate,
  ofTheTemplatesData,
  testsOfAnyData,
  testsOfExamples,
} from "./template-files.js";
import { changelog } from "./write/changelog.js";
import { dataPage } from "./write/data-page.js";
import { dataTest } from "./write/data-test.js";
import { datasetSource, missingValuesSource } from "./write/dataset.js";
import { withoutInit } from "./write/kept-pages.js";
import { readme } from "./write/readme.js";
import { type Kept, withoutGone } from "./write/without-gone.js";
import { wordingSource } from "./write/wording.js";
import { withOwnData } from "./write/workflow.js";

/** The changes that turn the template into a project, by path. */
export function planChanges(root: string, project: NewProject): Map<string, Change> {
  const files = projectFiles(root).filter((path) => !path.startsWith("packages/"));
  const read = (path: string): string => readFileSync(join(root, path), "utf8");
  const dropped = droppedExamples(project, files, read);
  const gone = new Set(files.filter((path) => isGone(path, project) || dropped.files.includes(path)));
  const changes = new Map<string, Change>([...gone].map((path) => [path, "removed"]));
  const own = ownFiles(project);
  for (const path of files) {
    if (gone.has(path) || own.has(path)) continue;
    const text = changedText(path, read, project, dropped.names);
    if (text !== undefined && text !== read(path)) changes.set(path, { text });
  }
  for (const [path, change] of own) changes.set(path, change);
  const textOf = (path: string): string => {
    const change = changes.get(path);
    return change !== undefined && change !== "removed" && "text" in change ? change.text : read(path);
  };
  const stay = [...files.filter((file) => !gone.has(file)), ...own.keys()];
  const { scripts }: { readonly scripts: object } = JSON.parse(textOf("package.json"));
  const kept: Kept = {
    wasThere: (path) => holds(files, path),
    isThere: (path) => path.startsWith("packages/") || holds(stay, path),
    isScript: (name) => name in scripts,
  };
  for (const path of files.filter((file) => file.endsWith(".md") && isRenamed(file) && !gone.has(file))) {
    const before = textOf(path);
    const text = withoutGone(before, path, kept);
    if (text !== before) changes.set(path, { text });
  }
  return initLast(changes);
}

/** Whether a path is one of the files, or a folder of one. */
function holds(files: readonly string[], path: string): boolean {
  const folder = `${path.replace(/\/$/, "")}/`;
  return files.some((file) => file === path || file.startsWith(folder));
}

/** The changes in order: package.json is the last but one, and the removal of this program, as one folder, is the last. */
function initLast(changes: ReadonlyMap<string, Change>): Map<string, Change> {
  const others = [...changes].filter(([path]) => !path.startsWith("init/"));
  const place = (path: string): number => Number(path === "package.json");
  return new Map<string, Change>([
    ...others.sort(([a], [b]) => place(a) - place(b)),
    // Last, so that after an interruption this program can start again and roll back.
    ["init", "removed"],
  ]);
}

function isGone(path: string, { data, keepExamples }: NewProject): boolean {
  if (isBelow(path, ofTheTemplate) && !helpersOfOtherTests.includes(path)) return true;
  if (data === undefined) return false;
  if (isBelow(path, ["test"])) {
    return !testsOfAnyData.includes(path) && !(keepExamples && testsOfExamples.includes(path));
  }
  return isBelow(path, ofTheTemplatesData) || (!keepExamples && isBelow(path, [examplesFolder]));
}

function isBelow(path: string, places: readonly string[]): boolean {
  return places.some((place) => path === place || path.startsWith(`${place}/`));
}

/** The kept examples that must be dropped with the user's own data, because they need the template's. */
function droppedExamples(
  { data, keepExamples }: NewProject,
  files: readonly string[],
  read: (path: string) => string,
): { names: string[]; files: string[] } {
  if (data === undefined || !keepExamples) return { names: [], files: [] };
  const sources = files.filter((path) => /^examples\/[^/]+\.ts$/.test(path));
  const names = examplesOfTheData(new Map(sources.map((path) => [basename(path, ".ts"), read(path)])));
  const dropped = files.filter(
    (path) =>
      path.startsWith("examples/data/") ||
      names.some((name) => /^\.(ts|yaml)$/.test(path.replace(`examples/${name}`, ""))),
  );
  return { names, files: dropped };
}

/** A kept file's text in the project; undefined for files that stay unchanged. */
function changedText(
  path: string,
  read: (path: string) => string,
  project: NewProject,
  dropped: readonly string[],
): string | undefined {
  if (path === "package.json") return packageJson(read(path), project, removedFolders(project));
  if (path === "package-lock.json") return packageLock(read(path), project);
  if (!isRenamed(path)) return undefined;
  const text = renamed(read(path), project);
  if (path === "docs/architecture.md") return withoutFolders(text, removedFolders(project));
  if (project.data === undefined) return withoutInit(path, text);
  if (path === "examples/all.ts") return withoutExamples(text, dropped);
  if (path === "examples/README.md") return withoutRows(text, dropped);
  return withOwnData(path, text, project.data);
}

function removedFolders({ data, keepExamples }: NewProject): string[] {
  const always = ["init", "scripts/pack", "scripts/publish", "scripts/version"];
  if (data === undefined) return [...always, "recorded"];
  return [...always, "bench", "e2e", ...(keepExamples ? [] : ["examples"])];
}

/** The architecture page without removed folders and their content. */
function withoutFolders(page: string, folders: readonly string[]): string {
  let above = Number.POSITIVE_INFINITY;
  const stay = page.split("\n").filter((line) => {
    const depth = /^ {4,}(?=\S)/.exec(line)?.[0].length ?? 0;
    if (depth > above) return false;
    above = folders.some((folder) => line.startsWith(`${folder}/ `, depth) && depth > 0)
      ? depth
      : Number.POSITIVE_INFINITY;
    return above === Number.POSITIVE_INFINITY;
  });
  return stay.join("\n");
}

/** New files; most of them only with the user's own data. */
function ownFiles(project: NewProject): Map<string, Change> {
  const { data } = project;
  const news: [string, Change] = ["CHANGELOG.md", { text: changelog(project) }];
  if (data === undefined) return new Map([news]);
  return new Map<string, Change>([
    news,
    [dataFile(project), dataChange(data)],
    ["data/README.md", { text: dataPage(project, data) }],
    ["README.md", { text: readme(project, data) }],
    ["src/dataset.ts", { text: datasetSource(project, data) }],
    ["src/missing-values.ts", { text: missingValuesSource(data) }],
    ["src/evaluation/wording.ts", { text: wordingSource(project, data) }],
    ["test/data.test.ts", { text: dataTest(project, data) }],
  ]);
}

function dataChange({ inferred, conversions }: OwnData): Change {
  return conversions.length === 0
    ? { copyOf: inferred.file.path }
    : { text: csvText(inferred.file.names, convertedColumns(inferred)) };
}
