import { printableLines, printableLog } from "../../definition/printable.js";
import type { RunListener } from "../../local/run-listener.js";
import type { Phase } from "../../local/run-record.js";
import { elapsedText } from "./duration-text.js";
import { phaseSymbols } from "./tree.js";

const telling: ReadonlySet<Phase> = new Set([
  "Succeeded",
  "Failed",
  "Error",
  "Skipped",
  "Suspended",
  "Interrupted",
]);

/** Tells of a run line by line: for logs, pipes and terminals without movement. */
export function plainProgress(write: (line: string) => void): RunListener {
  const told = new Map<string, Phase>();
  const messages = new Map<string, string>();
  return {
    started(record) {
      write(`run ${record.run}`);
    },
    changed(task) {
      // A step that runs and has a message waits for its next attempt.
      if (task.phase === "Running" && task.message !== undefined && messages.get(task.id) !== task.message) {
        messages.set(task.id, task.message);
        write(`  ${task.id}: ${printableLines(task.message)}`);
      }
      // Somebody may be asked now: only who waits in vain is worth a line.
      if (task.phase === "Suspended" && task.message === undefined) return;
      if (told.get(task.id) === task.phase) return;
      told.set(task.id, task.phase);
      if (task.phase === "Running" && task.kind === "step") write(`${phaseSymbols.Running} ${task.id}`);
      if (!telling.has(task.phase)) return;
      const message = task.phase === "Succeeded" ? undefined : printableLines(task.message ?? "");
      const time = task.phase === "Suspended" ? "" : elapsedText(task.startedAt, task.finishedAt);
      write(
        [phaseSymbols[task.phase], task.id, time, message]
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
