import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { projectRoot } from "./project-root.js";

/** The folder of the engine that the project uses. A bundled program contains its code, but not its other files. */
export function engineFolder(): string {
  const { resolve } = createRequire(join(projectRoot(), "package.json"));
  return dirname(dirname(resolve("@tiphys/workflow")));
}
