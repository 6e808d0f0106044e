import type { RunListener } from "../../local/run-events.js";
import type { Phase } from "../../local/run-record.js";
import { elapsed } from "./duration-text.js";
import { marks } from "./tree.js";

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
  return {
    started(record) {
      write(`run ${record.run}`);
    },
    changed(task) {
      if (told.get(task.id) === task.phase) return;
      told.set(task.id, task.phase);
      if (task.phase === "Running" && task.kind === "step") write(`${marks.Running} ${task.id}`);
      if (!telling.has(task.phase)) return;
      const message = task.phase === "Succeeded" ? undefined : task.message;
      const time = elapsed(task.startedAt, task.finishedAt);
      write(
        [marks[task.phase], task.id, time, message]
          .filter((part) => part !== undefined && part !== "")
          .join(" "),
      );
    },
    logged(task, line) {
      write(`  ${task.id}: ${line}`);
    },
    ended() {},
  };
}
