import { fileURLToPath } from "node:url";
import { project } from "../fixture-project.js";

const main = fileURLToPath(new URL("../../../../../e2e/main.ts", import.meta.url));

/** A project with the workflows that run on a real cluster in the end-to-end tests; answers about them were recorded. */
export function e2eProject(): string {
  return project({ "src/main.ts": `import ${JSON.stringify(main)};\n` });
}
