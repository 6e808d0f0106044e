import { printable } from "@tiphys/argo-lint/text";
import type { RunSummary } from "../../history/run-summary.js";

type Run = Pick<RunSummary, "phase"> & { readonly message?: string | undefined };

/** A run's phase with the message about it: `Running on HOST`, `Failed: train failed`. */
export function phaseText({ phase, message }: Run): string {
  if (message === undefined) return phase;
  return phase === "Running" ? `${phase} ${message}` : `${phase}: ${message}`;
}

/** Whether a run counts as running because nothing is known here of its process, which is on another machine. */
export function isElsewhere({ phase, message }: Run): boolean {
  return phase === "Running" && message !== undefined;
}

/** Why a run can be neither removed, resumed nor stored yet, and what to do. */
export function stillRunning(run: Run & { readonly name: string; readonly directory: string }): string {
  const name = printable(run.name);
  if (!isElsewhere(run)) return `Run ${name} is still running. Stop it, or wait for its end.`;
  return (
    `Run ${name} is still running ${printable(run.message ?? "")}, as far as is known here. Stop it there, or wait for its end. ` +
    `If it was killed there, \`runs remove --force ${name}\` removes it; to keep it, replace "Running" by "Interrupted" ` +
    `at the top of ${printable(run.directory)}/run.json.`
  );
}
