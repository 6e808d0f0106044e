import { printableLines, printableLog } from "@tiphys/argo-lint/text";
import type { RunListener } from "../../local/run-listener.js";
import type { Phase } from "../../local/run-record.js";
import { elapsedText } from "./duration-text.js";
import { cachedText, phaseSymbols } from "./tree.js";

const reportedPhases: ReadonlySet<Phase> = new Set([
  "Succeeded",
  "Failed",
  "Error",
  "Skipped",
  "Suspended",
  "Interrupted",
]);

/** Reports a run line by line, for logs, pipes and terminals that cannot be redrawn. */
export function plainProgress(write: (line: string) => void): RunListener {
  const reported = new Map<string, Phase>();
  const messages = new Map<string, string>();
  return {
    started(record) {
      write(`run ${record.run}`);
    },
    changed(task) {
      // A running step with a message waits for its next attempt.
      if (task.phase === "Running" && task.message !== undefined && messages.get(task.id) !== task.message) {
        messages.set(task.id, task.message);
        write(`  ${task.id}: ${printableLines(task.message)}`);
      }
      // Without a message a person is being asked now; a line is needed only if nobody can be asked.
      if (task.phase === "Suspended" && task.message === undefined) return;
      if (reported.get(task.id) === task.phase) return;
      reported.set(task.id, task.phase);
      if (task.phase === "Running" && task.kind === "step") write(`${phaseSymbols.Running} ${task.id}`);
      if (!reportedPhases.has(task.phase)) return;
      const succeeded = task.cached === undefined ? undefined : cachedText(task.cached);
      const message = task.phase === "Succeeded" ? succeeded : task.message;
      const time = task.phase === "Suspended" ? "" : elapsedText(task.startedAt, task.finishedAt);
      write(
        [phaseSymbols[task.phase], task.id, time, printableLines(message ?? "")]
          .filter((part) => part !== undefined && part !== "")
          .join(" "),
      );
    },
    logged(task, line) {
      write(`  ${task.id}: ${printableLog(line)}`);
    },
    ended() {},
  };
}
