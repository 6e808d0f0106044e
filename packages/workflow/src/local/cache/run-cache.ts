import { join } from "node:path";
import type { Step } from "../../definition/step.js";
import type { RunRecord, StepCode, TaskRecord } from "../run-record.js";
import type { TaskValue, TaskValues } from "../task-value.js";
import {
  type CacheEntry,
  differingOutputs,
  outputDigests,
  readCacheEntry,
  writeCacheEntry,
} from "./cache-entry.js";
import { copyOutputs } from "./copy-outputs.js";
import { sha256Of, taskKey } from "./task-key.js";

/** How a run uses the outputs of earlier successes. */
export interface CacheOptions {
  /** The code of a step, as in {@link readStepCodes}. */
  codeOf(step: Step): StepCode | undefined;
  /** "skip" takes nothing; "verify" runs steps again whose outputs could be taken, and compares. Default: "take". */
  readonly mode?: "take" | "skip" | "verify";
}

type Outputs = Readonly<Record<string, TaskValue>>;

/** The cache of one run: keys of its tasks, and the outputs of earlier successes with the same keys. */
export class RunCache {
  readonly #options: CacheOptions;
  readonly #runs: string;
  readonly #record: RunRecord;

  /** @param runs the directory of all runs, in which the cache is */
  constructor(options: CacheOptions, runs: string, record: RunRecord) {
    this.#options = options;
    this.#runs = runs;
    this.#record = record;
  }

  /** Records what the outputs of a task depend on. */
  setKey(step: Step, inputs: TaskValues, task: TaskRecord): void {
    const code = this.#codeOf(step);
    if (code === undefined) return;
    const { node, platform } = this.#record.code;
    task.key = { sha256: taskKey({ step: step.name, code, inputs, node, platform }), code };
  }

  /**
   * Takes the outputs of an earlier success with the task's key.
   * @param folder the task's folder, into which they are copied
   * @param say receives a message for the task's log
   * @returns undefined if the step has to run
   */
  async take(
    step: Step,
    task: TaskRecord,
    folder: string,
    say: (line: string) => void,
  ): Promise<{ readonly outputs: Outputs; readonly cached: CacheEntry["made"] } | undefined> {
    if (task.key === undefined) return undefined;
    const note = this.#whyNot(step);
    if (note !== undefined) {
      task.key.note = note;
      return undefined;
    }
    const entry = await readCacheEntry(this.#runs, task.key.sha256);
    if (entry === undefined || this.#options.mode === "verify") return undefined;
    for (const place of entry.places) {
      const from = join(this.#runs, place.run, ...place.task.split("/"));
      const taken = await copyOutputs(step.outputs, from, folder, entry.outputs);
      if ("outputs" in taken) {
        await this.#keep(task.key.sha256, task.id, entry);
        return { outputs: taken.outputs, cached: entry.made };
      }
      task.key.note =
        "gone" in taken
          ? `the outputs of ${place.task} in run ${place.run} are gone`
          : `${taken.changed.join(", ")} of ${place.task} in run ${place.run} was changed after it was written`;
      if ("changed" in taken) say(`${task.key.note}: it is not taken from there.`);
    }
    return undefined;
  }

  /** Keeps the outputs of a task that ran, for later runs. With "verify", compares them with those of an earlier success. */
  async ran(step: Step, task: TaskRecord): Promise<void> {
    if (task.key === undefined || task.outputs === undefined || step.cache === false) return;
    if (step.implementation !== undefined) return;
    const outputs = outputDigests(task.outputs);
    const { sha256 } = task.key;
    if (this.#options.mode === "verify") {
      const earlier = await readCacheEntry(this.#runs, sha256);
      const differs = earlier === undefined ? [] : differingOutputs(outputs, earlier.outputs);
      if (differs.length > 0) task.key.differs = differs;
    }
    await this.#keep(sha256, task.id, {
      formatVersion: 1,
      made: { run: this.#record.run, task: task.id },
      outputs,
      places: [],
    });
  }

  /** Why the outputs of an earlier success are not even looked for. */
  #whyNot(step: Step): string | undefined {
    if (this.#options.mode === "skip") return "the cache was not used";
    if (step.cache === false) return "the step says cache: false";
    return step.implementation === undefined ? undefined : "the step is no function of this project";
  }

  async #keep(key: string, task: string, entry: CacheEntry): Promise<void> {
    const place = { run: this.#record.run, task };
    await writeCacheEntry(this.#runs, key, { ...entry, places: [place, ...entry.places] });
  }

  /** SHA-256 of a step's code: of its own if that is known, else of the whole program. */
  #codeOf(step: Step): string | undefined {
    const { implementation } = step;
    if (implementation !== undefined) return sha256Of(implementation);
    const code = this.#options.codeOf(step);
    if (code === undefined) return this.#record.code.sha256;
    this.#record.steps ??= {};
    this.#record.steps[step.name] = code;
    return code.sha256;
  }
}
