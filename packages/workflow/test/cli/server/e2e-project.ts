import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { TestContext } from "vitest";
import { project } from "../fixture-project.js";

const main = fileURLToPath(new URL("../../../../../e2e/main.ts", import.meta.url));

/** A project with the workflows that run on a real cluster in the end-to-end tests; answers about them were recorded. */
export function e2eProject(): string {
  return project({ "src/main.ts": `import ${JSON.stringify(main)};\n` });
}

/** Skips a test where those workflows are not there: a project made of the template may have none. */
export function skipWithoutE2e({ skip }: TestContext): void {
  skip(!existsSync(main), "There is no e2e/.");
}
