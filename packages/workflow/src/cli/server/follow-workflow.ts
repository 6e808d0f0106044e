import type { ServerWorkflow, WorkflowsService } from "../../argo/client/index.js";
import { printable } from "../../definition/printable.js";
import { exitCode } from "../exit-code.js";
import { drawWorkflow } from "./draw-workflow.js";
import { workflowExitCode } from "./exit-code-of.js";
import type { NodeFilter } from "./format/node-selector.js";
import { untilInterrupted } from "./on-interrupt.js";
import { printLogs } from "./print-logs.js";

/** What is shown of a workflow while it runs; with none of them, nothing is waited for. */
export interface FollowMode {
  readonly watch: boolean;
  readonly log: boolean;
  readonly wait: boolean;
  /** Which nodes a watch shows; all where left out. */
  readonly shown?: NodeFilter;
}

/**
 * Follows a workflow to its end as it is asked for, and gives the exit code of how it ended. Ctrl-C stops following: the
 * workflow goes on, and that is said.
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
