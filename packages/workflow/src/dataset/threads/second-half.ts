import { closeSync, openSync, readSync } from "node:fs";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Scanner } from "../scan/scanner.js";
import { type RangeResult, type RangeTask, rangeWorker } from "./range-worker.js";

/** The second half of a file, which another thread reads. */
export interface SecondHalf {
  /** Where it begins: behind a line feed. */
  readonly start: number;
  /** What was read; undefined if the thread has failed. */
  readonly result: Promise<RangeResult | undefined>;
  /** Ends the thread. */
  stop(): Promise<unknown>;
}

/** How a file may be divided. */
export interface Division {
  readonly path: string;
  /** The file's size. */
  readonly bytes: number;
  readonly chunkBytes: number;
  /** Smaller files are not divided. */
  readonly threadsFrom: number;
}

const longestLine = 65_536;

/** Begins to scan the second half of a large file in another thread, if there is a processor for it. */
export function readSecondHalf(scanner: Scanner, division: Division): SecondHalf | undefined {
  const { path, bytes, chunkBytes, threadsFrom } = division;
  if (bytes < threadsFrom || availableParallelism() < 2) return undefined;
  const copy = scanner.copy();
  const start = copy === undefined ? undefined : lineBehind(path, Math.floor(bytes / 2));
  if (copy === undefined || start === undefined || start >= bytes) return undefined;
  const workerData: RangeTask = { ...copy, path, start, end: bytes, chunkBytes };
  const worker = new Worker(rangeWorker, { eval: true, workerData, execArgv: [] });
  const result = new Promise<RangeResult | undefined>((resolve) => {
    worker.once("message", resolve);
    worker.once("error", () => resolve(undefined));
    worker.once("exit", () => resolve(undefined));
  });
  return { start, result, stop: () => worker.terminate() };
}

/** Where the first line begins behind a place; undefined if none does within 64 KiB. */
function lineBehind(path: string, place: number): number | undefined {
  const file = openSync(path, "r");
  try {
    const bytes = Buffer.alloc(longestLine);
    const lineFeed = bytes.subarray(0, readSync(file, bytes, 0, longestLine, place)).indexOf("\n");
    return lineFeed < 0 ? undefined : place + lineFeed + 1;
  } finally {
    closeSync(file);
  }
}
