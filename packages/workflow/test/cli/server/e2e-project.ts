import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { TestContext } from "vitest";
import { project } from "../fixture-project.js";

const main = fileURLToPath(new URL("../../../../../e2e/main.ts", import.meta.url));

/** A project with the workflows of the end-to-end tests on a real cluster, whose responses were recorded. */
export function e2eProject(): string {
  return project({ "src/main.ts": `import ${JSON.stringify(main)};\n` });
}

/** Skips a test if those workflows do not exist: a project created from the template may have none. */
export function skipWithoutE2e({ skip }: TestContext): void {
  skip(!existsSync(main), "There is no e2e/.");
}
