import type { Workflow } from "../../definition/graph.js";
import { originPath } from "../../local/workflow-inputs.js";
import { projectRoot, shortPath } from "../project/project-root.js";

/**
 * Finds the inputs that are outputs of earlier runs, unless they are set, and reports which files these are.
 * @param set values of `--set`
 * @param runs the directory of all runs
 * @returns their paths, by the inputs' names
 * @throws {UsageError} if there is no such run
 */
export function newestOutputs(
  workflow: Workflow,
  set: Readonly<Record<string, string>>,
  runs: string,
  report: (line: string) => void,
): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [name, port] of Object.entries(workflow.inputs)) {
    if (port.kind !== "artifact" || port.origin === undefined || port.origin.path !== undefined) continue;
    if (set[name] !== undefined) continue;
    const path = originPath(name, port.origin, { root: projectRoot(), runs });
    report(`${name}: ${shortPath(path)}, of the newest succeeded run of ${port.origin.workflow}`);
    found[name] = path;
  }
  return found;
}
