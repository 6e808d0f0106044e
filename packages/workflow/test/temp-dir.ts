import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach } from "vitest";

const made: string[] = [];

afterEach(() => {
  for (const directory of made.splice(0)) rmSync(directory, { recursive: true, force: true });
});

/** A directory of its own, which is removed after the test. */
export function tempDir(): string {
  const directory = mkdtempSync(join(tmpdir(), "workflow-test-"));
  made.push(directory);
  return directory;
}
