import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const made: string[] = [];

/** A new directory, which is removed after the tests of the file. */
export function tempDir(name = "tiphys-test-"): string {
  const directory = realpathSync(mkdtempSync(join(tmpdir(), name)));
  made.push(directory);
  return directory;
}

/** Removes the directories that `tempDir` has made. Every file's setup calls it after its tests. */
export function removeTempDirs(): void {
  for (const directory of made.splice(0)) rmSync(directory, { recursive: true, force: true });
}
