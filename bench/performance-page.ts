import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Replaces one section of docs/performance.md: the text between `<!-- bench NAME -->` and `<!-- /bench -->`.
 * @param name the section's name, such as `1000000 rows`
 * @throws {Error} if the page has no such section
 */
export function writeSection(root: string, name: string, content: string): void {
  const page = join(root, "docs", "performance.md");
  const text = readFileSync(page, "utf8");
  const begin = `<!-- bench ${name} -->`;
  const from = text.indexOf(begin);
  const to = text.indexOf("<!-- /bench -->", from);
  if (from < 0 || to < 0) {
    throw new Error(
      `docs/performance.md has no section between ${begin} and <!-- /bench -->. Add both lines.`,
    );
  }
  const changed = `${text.slice(0, from + begin.length)}\n\n${content}\n\n${text.slice(to)}`;
  const temp = `${page}.${process.pid}`;
  writeFileSync(temp, changed);
  renameSync(temp, page);
}
