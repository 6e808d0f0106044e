import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { blocksOf } from "../../../test/docs/markdown.js";

/** Writes the files that a page shows to a folder: the blocks whose first line is a comment with nothing but a path. */
export function writeShownFiles(page: string, folder: string): void {
  for (const { text } of blocksOf(page)) {
    const [, path] = /^(?:\/\/|#) ([\w./-]+)\n/.exec(text) ?? [];
    if (path === undefined) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
