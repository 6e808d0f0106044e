import type { RunSummary } from "../../../src/history/run-summary.js";

/** A succeeded run of the workflow training, with these changes. */
export function summary(name: string, change: Partial<RunSummary> = {}): RunSummary {
  return {
    name,
    directory: `/runs/${name}`,
    workflow: "training",
    phase: "Succeeded",
    startedAt: "2026-01-02T03:04:05.000Z",
    durationSeconds: 1.5,
    parameters: {},
    changedParameters: {},
    metrics: {},
    tags: [],
    code: { node: "v20.11.0", platform: "linux-x64" },
    inputs: {},
    tasks: [],
    ...change,
  };
}
