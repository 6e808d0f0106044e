import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { blocksOf } from "./markdown.js";

/** A complete file in a page: its path in the project is in the first line. */
export interface ShownFile {
  readonly name: string;
  readonly text: string;
}

/** The complete files in a page. */
export function shownFiles(page: string): ShownFile[] {
  return blocksOf(page)
    .filter(({ language }) => language === "ts")
    .map(({ text }) => ({ name: /^\/\/ (\S+)/.exec(text)?.[1] ?? "unnamed.ts", text }));
}

/**
 * Writes a page's files to a project and applies its diffs.
 * @throws if a diff does not apply
 */
export function followPage(page: string, project: string): void {
  for (const { name, text } of shownFiles(page)) {
    mkdirSync(dirname(join(project, name)), { recursive: true });
    writeFileSync(join(project, name), text);
  }
  for (const { language, text } of blocksOf(page)) if (language === "diff") applyDiff(text, project);
}

/** Applies a diff block: `--- ` and the file's name, then lines that begin with " ", "-" or "+". */
export function applyDiff(text: string, project: string): void {
  const [head = "", ...lines] = text.trimEnd().split("\n");
  const file = join(project, head.replace("--- ", ""));
  const side = (marks: string): string =>
    lines
      .filter((line) => marks.includes(line.charAt(0)))
      .map((line) => line.slice(1))
      .join("\n");
  const before = readFileSync(file, "utf8");
  if (!before.includes(side(" -"))) throw new Error(`${file} does not hold:\n${side(" -")}`);
  writeFileSync(
    file,
    before.replace(side(" -"), () => side(" +")),
  );
}
