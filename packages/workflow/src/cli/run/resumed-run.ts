import { UsageError } from "../../definition/errors.js";
import type { Workflow } from "../../definition/graph.js";
import { locateRun } from "../../history/locate-run.js";
import { readRunRecord } from "../../local/run-directory.js";
import type { RunRecord } from "../../local/run-record.js";
import { chooseWorkflow } from "../project/choose-by-name.js";
import type { Project } from "../project/project.js";
import { callersDirectory } from "../project/project-root.js";
import { stillRunning } from "../runs/phase-text.js";

/**
 * The run to resume, and its workflow.
 * @param name of the workflow; default: that of the run, or the project's first
 * @param run as a person names it; true for the workflow's newest run
 * @throws {UsageError} if it is running, is of another workflow, or is the newest one and has succeeded
 */
export function runToResume(
  project: Project,
  name: string | undefined,
  run: string | true,
  runs: string,
): { readonly workflow: Workflow; readonly resumed: RunRecord } {
  const wanted = run === true ? `latest:${chooseWorkflow(project, name).name}` : run;
  const resumed = readRunRecord(locateRun(runs, wanted, callersDirectory()));
  const workflow = chooseWorkflow(project, name ?? resumed.workflow);
  if (resumed.workflow !== workflow.name) {
    throw new UsageError(
      `Run ${resumed.run} is of ${resumed.workflow}, not of ${workflow.name}: run ${resumed.workflow} --resume ${resumed.run}`,
    );
  }
  if (resumed.phase === "Running") {
    throw new UsageError(stillRunning({ ...resumed, name: resumed.run }));
  }
  if (run === true && resumed.phase === "Succeeded") {
    throw new UsageError(
      `The newest run of ${workflow.name}, ${resumed.run}, has succeeded: there is nothing to resume. Name another: --resume RUN`,
    );
  }
  return { workflow, resumed };
}
