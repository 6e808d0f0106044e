import { hostname } from "node:os";
import { expect, test } from "vitest";
import { phaseNow } from "../../src/local/phase-now.js";

/** An id that no process has. */
const ended = 2 ** 30;

test.each([
  ["its process runs here", { pid: process.pid, host: hostname() }, "Running", undefined],
  [
    "its process has ended here",
    { pid: ended, host: hostname() },
    "Interrupted",
    `process ${ended} ended before the run did`,
  ],
  [
    "it names no machine, as older records",
    { pid: ended },
    "Interrupted",
    `process ${ended} ended before the run did`,
  ],
  ["it runs on another machine", { pid: ended, host: "gpu-7" }, "Running", "on gpu-7"],
  [
    "another machine has a process of this id here",
    { pid: process.pid, host: "gpu-7" },
    "Running",
    "on gpu-7",
  ],
])("a run in phase Running, if %s", (_, where, phase, message) => {
  expect(phaseNow({ phase: "Running", ...where })).toEqual({ phase, message });
});

test("a run that has ended keeps its phase and message, wherever it ran", () => {
  const failed = { phase: "Failed", message: "train failed", pid: ended, host: "gpu-7" } as const;
  expect(phaseNow(failed)).toEqual({ phase: "Failed", message: "train failed" });
});
