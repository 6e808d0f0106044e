import type { RunSummary } from "../../src/history/index.js";

const workflow = "model-training-pipeline";

/** A run of the example, `number` minutes after 7 o'clock. */
export function exampleRun(number: number, changes: Partial<RunSummary> = {}): RunSummary {
  const minutes = String(number).padStart(2, "0");
  const name = `${workflow}-20261130-07${minutes}00-${"abcdefgh"[number % 8]?.repeat(3)}`;
  return {
    name,
    directory: `/runs/${name}`,
    workflow,
    phase: "Succeeded",
    startedAt: `2026-11-30T07:${minutes}:00.000Z`,
    durationSeconds: number + 0.25,
    parameters: { C: 1, missing: "keep" },
    changedParameters: {},
    metrics: {},
    gitCommit: `${number}234567890abcdef`,
    gitDirty: false,
    tags: [],
    code: { node: "v20.20.2", platform: "linux-x64", sha256: "c0de".repeat(16) },
    inputs: { dataset: [{ path: "/data.csv", sha256: "da7a".repeat(16) }] },
    tasks: [],
    ...changes,
  };
}

/** A note that would be markup, style and script, and would turn the text around it. */
export const hostileNote = `<img src=x onerror="document.title='hacked'"><style>*{display:none}</style></script>\u202E&"'`;

/** From the newest to the oldest. */
export const exampleRuns: readonly RunSummary[] = [
  exampleRun(4, { phase: "Failed", message: "child 'load' failed", durationSeconds: 3725 }),
  exampleRun(3, {
    metrics: { auc: { value: 0.75, direction: "maximize", interval: { low: 0.7, high: 0.8 } } },
    parameters: { C: 0.01, missing: "keep" },
    changedParameters: { C: 0.01 },
    gitDirty: true,
  }),
  exampleRun(2, {
    metrics: {
      auc: { value: 0.85, direction: "maximize", interval: { low: 0.8, high: 0.9 } },
      rows: { value: 154 },
    },
    note: hostileNote,
    tags: ["best & first"],
  }),
  exampleRun(1, { metrics: { auc: { value: 0.65, direction: "maximize" } } }),
];
