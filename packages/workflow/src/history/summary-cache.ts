import { createHash } from "node:crypto";
import { readFileSync, type Stats } from "node:fs";
import { join } from "node:path";
import { writeFileAtomicallySync } from "../files/write-atomically.js";
import type { StoredRun } from "./stored-run.js";

/** The version of the cache's content. Count it up when {@link StoredRun} changes: the runs are then read again. */
const version = 2;

type CachedRuns = Record<string, { readonly state: string; readonly stored: StoredRun }>;

/** Fewer runs are read sooner than a cache is worth its file. */
const minRuns = 100;

/** What was read from many runs, by the state of each `run.json`: a file in the runs directory that may be removed any time. */
export class SummaryCache {
  readonly #path: string;
  readonly #known: CachedRuns;
  readonly #used: CachedRuns = {};
  #isChanged = false;

  /** @param count of folders in the runs directory */
  constructor(runsDirectory: string, count: number) {
    this.#path = join(runsDirectory, ".summaries.json");
    this.#known = count < minRuns ? {} : readCache(this.#path);
  }

  /** What is known of a run whose `run.json` is in this state; otherwise it is read. */
  get(name: string, stats: Stats, read: () => StoredRun): StoredRun {
    const { ino, size, mtimeMs, ctimeMs } = stats;
    const state = [ino, size, mtimeMs, ctimeMs].join(" ");
    const known = this.#known[name];
    const isKnown = known?.state === state;
    if (!isKnown) this.#isChanged = true;
    const stored = isKnown ? known.stored : read();
    this.#used[name] = { state, stored };
    return stored;
  }

  /** Writes what was used, if there is something new. */
  save(): void {
    const names = Object.keys(this.#used).length;
    if (names < minRuns || (!this.#isChanged && names === Object.keys(this.#known).length)) return;
    try {
      const content = JSON.stringify(this.#used);
      writeFileAtomicallySync(this.#path, `${headerOf(content)}\n${content}`);
    } catch {
      // A runs directory that cannot be written: the next list takes as long again.
    }
  }
}

/** Nothing if the file is not as it was written. */
function readCache(path: string): CachedRuns {
  try {
    const text = readFileSync(path, "utf8");
    const end = text.indexOf("\n");
    const content = text.slice(end + 1);
    if (text.slice(0, end) !== headerOf(content)) return {};
    // By its digest it is what `save` wrote. To check each run with its schema takes longer than everything else.
    return JSON.parse(content) as CachedRuns;
  } catch {
    return {};
  }
}

function headerOf(content: string): string {
  return `summaries ${version} ${createHash("sha256").update(content).digest("hex")}`;
}
