import { basename } from "node:path";
import type { ComparedOutputs, Comparison, Difference } from "../definition/comparison.js";
import { messageOf } from "../definition/error-message.js";
import type { AnyValue } from "../definition/port.js";
import { readRunRecord } from "../local/run-directory.js";
import type { RunRecord } from "../local/run-record.js";
import { differingRows } from "./differing-rows.js";
import { readStepOutput } from "./read-step-output.js";

/** How the project's comparison sees some runs. */
export interface RunsComparison {
  /** Of each run except the first one, against the first one. */
  readonly pairs: readonly PairComparison[];
  /** Of each run whose values can be read, in the order of the runs. */
  readonly curves: readonly {
    readonly run: string;
    readonly x: readonly number[];
    readonly y: readonly number[];
  }[];
}

/** A run against the first one: what the comparison found, or why it does not apply. */
export type PairComparison = { readonly run: string; readonly against: string } & (
  | { readonly differences: readonly Difference[] }
  | { readonly reason: string }
);

/**
 * Compares runs with the first of them by the project's comparison. A run that cannot be compared has a reason instead: it
 * scored other rows, has no such artifact, or its file has changed.
 * @param directories of the runs
 * @throws {UserError} if one has no record
 */
export async function compareRuns(
  comparison: Comparison,
  directories: readonly string[],
): Promise<RunsComparison> {
  const runs = [];
  for (const directory of directories) runs.push(await readRun(comparison, readRunRecord(directory)));
  const [first, ...others] = runs;
  return {
    pairs: first === undefined ? [] : others.map((other) => comparePair(comparison, first, other)),
    curves: runs.flatMap((run) => curveOf(comparison, run)),
  };
}

/** A run with the values that the comparison reads, or the reason why they cannot be read. */
interface ReadRun {
  readonly record: RunRecord;
  readonly values?: Readonly<Record<string, AnyValue>>;
  readonly reason?: string;
}

async function readRun({ values }: Comparison, record: RunRecord): Promise<ReadRun> {
  try {
    return { record, values: await readValues(values, record) };
  } catch (error) {
    return { record, reason: messageOf(error) };
  }
}

async function readValues(outputs: ComparedOutputs, record: RunRecord): Promise<Record<string, AnyValue>> {
  const values: Record<string, AnyValue> = {};
  for (const [name, output] of Object.entries(outputs)) values[name] = await readStepOutput(record, output);
  return values;
}

function comparePair(comparison: Comparison, first: ReadRun, second: ReadRun): PairComparison {
  const pair = { run: nameOf(second), against: nameOf(first) };
  const reason =
    first.reason ?? second.reason ?? differingRows(comparison.sameRows, first.record, second.record);
  if (reason !== undefined) return { ...pair, reason };
  try {
    return { ...pair, differences: comparison.compare(first.values ?? {}, second.values ?? {}) };
  } catch (error) {
    return { ...pair, reason: messageOf(error) };
  }
}

function curveOf({ curve }: Comparison, run: ReadRun) {
  const { values } = run;
  if (curve === undefined || values === undefined) return [];
  try {
    const { x, y } = curve.of(values);
    return [{ run: nameOf(run), x: Array.from(x), y: Array.from(y) }];
  } catch {
    // The pair says why the scores cannot be compared.
    return [];
  }
}

/** A run is called by its folder, as in lists of runs. */
function nameOf({ record }: ReadRun): string {
  return basename(record.directory);
}
