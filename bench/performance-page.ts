import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A section of docs/performance.md: the text between `<!-- bench NAME -->` and `<!-- /bench -->`. */
export interface PageSection {
  /** Replaces the section's text. */
  write(content: string): void;
}

/**
 * Finds a section of docs/performance.md, before anything is measured for it.
 * @param name the section's name, such as `1000000 rows`
 * @throws {Error} if the page has no such section
 */
export function findSection(root: string, name: string): PageSection {
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
  return {
    write(content) {
      const temp = `${page}.${process.pid}`;
      writeFileSync(temp, `${text.slice(0, from + begin.length)}\n\n${content}\n\n${text.slice(to)}`);
      renameSync(temp, page);
    },
  };
}
