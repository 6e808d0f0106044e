import type { ServerWorkflow, WorkflowsService } from "../../argo/client/index.js";
import { PullFailures } from "../../argo/client/pull-failures.js";
import { UserError } from "../../definition/errors.js";
import { plainWatch } from "../server/watch/plain-watch.js";

export interface WatchOptions {
  readonly write: (line: string) => void;
  /** How long a pod may wait for an image that cannot be pulled, in milliseconds. A registry may be unavailable for a moment. */
  readonly grace: number;
  readonly signal: AbortSignal;
}

/**
 * Watches a training run to its end, with a line for each step that starts or ends. If an image cannot be pulled, terminates
 * the run, as its pod would wait until the run's deadline.
 * @returns the finished workflow
 * @throws {UserError} with the reason why an image cannot be pulled
 */
export async function watchTraining(
  service: Pick<WorkflowsService, "watchWorkflow" | "terminateWorkflow">,
  name: string,
  { write, grace, signal }: WatchOptions,
): Promise<ServerWorkflow> {
  const changed = plainWatch(() => true, write);
  const failures = new PullFailures();
  const giveUp = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let last: ServerWorkflow | undefined;
  try {
    for await (const workflow of service.watchWorkflow(name, AbortSignal.any([signal, giveUp.signal]))) {
      last = workflow;
      changed(workflow);
      failures.note(workflow, performance.now());
      clearTimeout(timer);
      const longest = failures.longest();
      // While a pull fails, Argo may have nothing to report for minutes.
      if (longest !== undefined)
        timer = setTimeout(() => giveUp.abort(), Math.max(0, longest.since + grace - performance.now()));
    }
  } catch (error) {
    const failure = failures.longest();
    if (!giveUp.signal.aborted || signal.aborted || failure === undefined) throw error;
    const { displayName, message = "" } = failure.node;
    const reason = `The image of step ${displayName} cannot be pulled: ${message}`;
    // Terminated instead of stopped, because its exit handler would wait for the same image.
    await service.terminateWorkflow(name).catch((cause: unknown) => {
      write(`${name} could not be terminated: ${cause instanceof Error ? cause.message : cause}`);
    });
    throw new UserError(
      `${reason}
Check the image's package on GitHub: does it exist, and may the cluster read it? A private package needs a secret in the cluster, or to be made public (Package settings, Change visibility): docs/how-to/from-github-to-a-cluster.md#a-private-image`,
    );
  } finally {
    clearTimeout(timer);
  }
  if (last === undefined) throw new Error(`The watch of ${name} ended without a state.`);
  return last;
}
