import { createLogUpdate } from "log-update";
import type { RunListener } from "../../local/run-events.js";
import type { RunRecord } from "../../local/run-record.js";
import type { Paint } from "../terminal.js";
import { drawTree } from "./tree.js";

/** How often the times are drawn anew, in milliseconds. */
const interval = 100;

/** A progress that can stand aside while a question is asked. */
export interface LiveProgress extends RunListener {
  pause(): void;
  resume(): void;
}

/** Draws a run as a tree that stays in its place; what steps log scrolls above it. */
export function liveProgress(stream: NodeJS.WriteStream, paint: Paint): LiveProgress {
  const area = createLogUpdate(stream);
  let record: RunRecord | undefined;
  let timer: NodeJS.Timeout | undefined;
  let paused = false;
  const draw = (): void => {
    if (record === undefined || paused) return;
    const lines = drawTree(record, paint, stream.columns - 1);
    // A tree that is higher than the terminal could not be wiped again: its end is what moves.
    area(lines.slice(-Math.max(1, stream.rows - 1)).join("\n"));
  };
  const stop = (): void => {
    clearInterval(timer);
    area.clear();
  };
  return {
    started(running) {
      record = running;
      timer = setInterval(draw, interval);
      draw();
    },
    changed: draw,
    logged(task, line) {
      area.clear();
      stream.write(`${paint("dim", `${task.id}: ${line}`)}\n`);
      draw();
    },
    ended() {
      stop();
      area.done();
    },
    pause() {
      paused = true;
      area.clear();
    },
    resume() {
      paused = false;
      draw();
    },
  };
}
