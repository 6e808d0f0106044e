import type { ServerWorkflow } from "../../argo/client/index.js";
import { exitCode } from "../exit-code.js";

/** The exit code for a workflow's phase: 0 succeeded, 1 failed, 3 not ended. */
export function workflowExitCode({ status }: ServerWorkflow): number {
  if (status?.phase === "Succeeded") return exitCode.succeeded;
  return status?.phase === "Failed" || status?.phase === "Error" ? exitCode.failed : exitCode.incomplete;
}
