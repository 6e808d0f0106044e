import { printable } from "@tiphys/argo-lint/text";
import type { ServerWorkflow, WorkflowsService } from "../../../argo/client/index.js";
import { exitCode } from "../../process/exit-code.js";
import { printLogs } from "../logs/print-logs.js";
import type { NodeFilter } from "../node-selector.js";
import { untilInterrupted } from "../until-interrupted.js";
import { workflowExitCode } from "../workflow-status.js";
import { drawWorkflow } from "./draw-workflow.js";

/** How to follow a running workflow; if none is set, it is not followed. */
export interface FollowMode {
  readonly watch: boolean;
  readonly log: boolean;
  readonly wait: boolean;
  /** Which nodes a watch shows; default: all. */
  readonly shown?: NodeFilter;
}

/**
 * Follows a workflow to its end.
 * @returns the exit code for its phase, or 130 after Ctrl-C, which stops following; the workflow continues
 */
export function followWorkflow(
  service: WorkflowsService,
  { metadata: { name } }: ServerWorkflow,
  { watch, log, wait, shown }: FollowMode,
): Promise<number> {
  if (!watch && !log && !wait) return Promise.resolve(exitCode.succeeded);
  return untilInterrupted(name, async (signal) => {
    if (watch) return workflowExitCode(await drawWorkflow(service, name, signal, shown));
    if (log) await printLogs(service.logs(name, { follow: true, signal }));
    let last: ServerWorkflow | undefined;
    for await (const workflow of service.watchWorkflow(name, signal)) last = workflow;
    if (last === undefined) return exitCode.incomplete;
    const end = last.status?.message ? `: ${last.status.message}` : "";
    console.log(printable(`${name} ${last.status?.phase}${end}`));
    return workflowExitCode(last);
  });
}
