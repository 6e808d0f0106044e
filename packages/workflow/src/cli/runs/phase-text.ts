import { printable } from "@tiphys/argo-lint/text";
import type { RunSummary } from "../../history/run-summary.js";

type Run = Pick<RunSummary, "phase"> & { readonly message?: string | undefined };

/** A run's phase with the message about it: `Running on HOST`, `Failed: train failed`. */
export function phaseText({ phase, message }: Run): string {
  if (message === undefined) return phase;
  return phase === "Running" ? `${phase} ${message}` : `${phase}: ${message}`;
}

/** Why a run can be neither removed nor resumed yet, and what to do. */
export function stillRunning(run: Run & { readonly name: string; readonly directory: string }): string {
  const name = printable(run.name);
  if (run.message === undefined) return `Run ${name} is still running. Stop it, or wait for its end.`;
  return (
    `Run ${name} is still running ${printable(run.message)}, as far as is known here. Stop it there, or wait for its end. ` +
    `If it was killed there, replace "Running" by "Interrupted" at the top of ${printable(run.directory)}/run.json.`
  );
}
