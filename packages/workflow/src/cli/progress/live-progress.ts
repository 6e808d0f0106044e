import type { Paint } from "@tiphys/argo-lint/terminal";
import { printableLog } from "@tiphys/argo-lint/text";
import { createLogUpdate } from "log-update";
import type { RunListener } from "../../local/run-listener.js";
import type { RunRecord } from "../../local/run-record.js";
import { drawTree } from "./tree.js";

/** How often the times are redrawn, in milliseconds. */
const interval = 100;

/** Progress that can be hidden while a question is asked. */
export interface LiveProgress extends RunListener {
  pause(): void;
  resume(): void;
  /** Restores the terminal, even if the run has not ended. */
  close(): void;
}

/** Draws a run as a tree that is updated in place; logs of steps scroll above it. */
export function liveProgress(stream: NodeJS.WriteStream, paint: Paint): LiveProgress {
  const area = createLogUpdate(stream);
  let record: RunRecord | undefined;
  let timer: NodeJS.Timeout | undefined;
  let paused = false;
  const held: string[] = [];
  const draw = (): void => {
    if (record === undefined || paused) return;
    const lines = drawTree(record, paint, stream.columns - 1);
    // A tree higher than the terminal could not be erased, so only its end is drawn, where changes happen.
    area(lines.slice(-Math.max(1, stream.rows - 1)).join("\n"));
  };
  const close = (): void => {
    clearInterval(timer);
    record = undefined;
    area.clear();
    area.done();
  };
  return {
    started(running) {
      record = running;
      timer = setInterval(draw, interval);
      draw();
    },
    changed: draw,
    logged(task, line) {
      const text = `${paint("dim", `${task.id}: ${printableLog(line)}`)}\n`;
      if (paused) {
        held.push(text);
        return;
      }
      area.clear();
      stream.write(text);
      draw();
    },
    ended: close,
    pause() {
      paused = true;
      area.clear();
      // Shows the cursor for the person who answers.
      area.done();
    },
    resume() {
      paused = false;
      for (const text of held.splice(0)) stream.write(text);
      draw();
    },
    close,
  };
}
