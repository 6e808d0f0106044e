import { pluralize } from "@tiphys/argo-lint/text";
import { UsageError, UserError } from "../../definition/errors.js";
import { pushRun } from "../../local/push-run.js";
import { openStore } from "../../storage/open-store.js";
import { exitCode } from "../process/exit-code.js";
import { onInterrupt } from "../process/on-interrupt.js";
import { findRun } from "../project/find-run.js";
import { stillRunning } from "../runs/phase-text.js";

/**
 * Stores what `run --store` could not store, and reports it.
 * @param run its name, its directory, or "latest"
 * @returns the exit code: 130 after Ctrl-C
 * @throws {UsageError} if the run was started without --store
 * @throws {UserError} if the run is still running
 */
export async function pushRest(runs: string, run: string): Promise<number> {
  const { signal, release } = onInterrupt();
  try {
    console.log(await pushMissing(runs, run, signal));
    return exitCode.succeeded;
  } catch (error) {
    if (!signal.aborted) throw error;
    console.error("Stopped. Artifacts that were sent are complete. Run the same command to continue.");
    return exitCode.interrupted;
  } finally {
    release();
  }
}

/** @returns a message about what was done */
async function pushMissing(runs: string, run: string, signal: AbortSignal): Promise<string> {
  const record = findRun(runs, run);
  if (record.store === undefined) {
    throw new UsageError(
      `Run ${record.run} was not started with --store, so there is no store to push it to.`,
    );
  }
  if (record.phase === "Running") {
    throw new UserError(
      `${stillRunning({ ...record, name: record.run })} A run stores its artifacts itself.`,
    );
  }
  const store = await openStore(record.store, { notice: (message) => console.error(message) });
  try {
    const sent = await pushRun(store, record, signal);
    return sent.length === 0
      ? `${record.store} has all of run ${record.run}.`
      : `${record.run} → ${record.store} (${pluralize(sent.length, "artifact")}: ${sent.join(", ")})`;
  } finally {
    store.close();
  }
}
