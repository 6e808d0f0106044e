import { didYouMean } from "@tiphys/argo-lint/text";
import { UsageError } from "../../definition/errors.js";
import type { JsonValue } from "../../definition/json-value.js";
import type { RunSummary } from "../../history/run-summary.js";

/** What every run has, by the names that --where and --sort take. */
const ownFields: Readonly<Record<string, (run: RunSummary) => JsonValue | undefined>> = {
  name: ({ name }) => name,
  workflow: ({ workflow }) => workflow,
  phase: ({ phase }) => phase,
  tag: ({ tags }) => tags,
  note: ({ note }) => note,
  commit: ({ gitCommit }) => gitCommit,
  started: ({ startedAt }) => startedAt,
  seconds: ({ durationSeconds }) => durationSeconds,
};

/** A run's metric, parameter or own field of that name; undefined if the run has none. */
export function readField(run: RunSummary, name: string): JsonValue | undefined {
  if (Object.hasOwn(run.metrics, name)) return run.metrics[name]?.value;
  if (Object.hasOwn(run.parameters, name)) return run.parameters[name];
  return Object.hasOwn(ownFields, name) ? ownFields[name]?.(run) : undefined;
}

/**
 * Refuses a name that no run has.
 * @throws {UsageError} listing the names
 */
export function checkField(runs: readonly RunSummary[], option: string, name: string): void {
  const names = new Set(Object.keys(ownFields));
  for (const { parameters, metrics } of runs) {
    for (const each of [...Object.keys(parameters), ...Object.keys(metrics)]) names.add(each);
  }
  if (runs.length === 0 || names.has(name)) return;
  throw new UsageError(
    `${option}: no run has "${name}".${didYouMean(name, names)} There are ${[...names].join(", ")}.`,
  );
}
