import { isWaiting, type ServerWorkflow } from "../../argo/client/workflow.js";
import { exitCode } from "../process/exit-code.js";

/** A workflow's phase in the argo CLI's words, which also say whether it is suspended, terminated or not started. */
export function workflowStatus({ metadata, spec, status }: ServerWorkflow): string {
  const phase = status?.phase ?? "";
  if (phase === "Running") {
    const waits = spec.suspend === true || Object.values(status?.nodes ?? {}).some(isWaiting);
    return waits ? "Running (Suspended)" : phase;
  }
  if (phase === "Failed" && (spec.shutdown ?? "") !== "") return "Failed (Terminated)";
  if (phase === "" || phase === "Pending")
    return metadata.creationTimestamp === undefined ? "Unknown" : "Pending";
  return phase;
}

/** The exit code for a workflow's phase: 0 succeeded, 1 failed, 3 not ended. */
export function workflowExitCode({ status }: ServerWorkflow): number {
  if (status?.phase === "Succeeded") return exitCode.succeeded;
  return status?.phase === "Failed" || status?.phase === "Error" ? exitCode.failed : exitCode.incomplete;
}
