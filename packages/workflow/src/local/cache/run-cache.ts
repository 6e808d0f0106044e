import { join } from "node:path";
import type { Step } from "../../definition/step.js";
import { allTasks } from "../all-tasks.js";
import type { RunRecord, StepCode, TaskPlace, TaskRecord } from "../run-record.js";
import type { TaskValue, TaskValues } from "../task-value.js";
import {
  type CacheEntry,
  differingOutputs,
  type OutputDigests,
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
  /** A run that failed, was stopped or was killed: what succeeded in it is taken first, whatever the step says of the cache. */
  readonly resume?: RunRecord;
  /** Names of tasks of the workflow itself that run in any case. */
  readonly rerun?: ReadonlySet<string>;
  /** Names of approvals that a person answers anew. */
  readonly answered?: ReadonlySet<string>;
}

/** Outputs of an earlier success, and the run and task that made them. */
interface Taken {
  readonly outputs: Readonly<Record<string, TaskValue>>;
  readonly cached: TaskPlace;
}

/** Receives a message for the task's log. */
type Say = (line: string) => void;

/** The cache of one run: keys of its tasks, and the outputs of earlier successes with the same keys. */
export class RunCache {
  readonly #options: CacheOptions;
  readonly #runs: string;
  readonly #record: RunRecord;
  #resumedTasks: ReadonlyMap<string, TaskRecord> | undefined;

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
  async take(step: Step, task: TaskRecord, folder: string, say: Say): Promise<Taken | undefined> {
    if (task.key === undefined) return undefined;
    if (this.#options.rerun?.has(topLevelName(task))) {
      task.key.note = "it was to run again";
      return undefined;
    }
    const resumed = await this.#takeResumed(step, task, folder, say);
    if (resumed !== undefined) return resumed;
    const note = this.#whyNot(step);
    if (note !== undefined) {
      task.key.note = note;
      return undefined;
    }
    const entry = await readCacheEntry(this.#runs, task.key.sha256);
    if (entry === undefined || this.#options.mode === "verify") return undefined;
    for (const place of entry.places) {
      const from = join(this.#runs, place.run, ...place.task.split("/"));
      const outputs = await copyFrom({ step, task, from, to: folder, place, expected: entry.outputs }, say);
      if (outputs === undefined) continue;
      await this.#keep(task.key.sha256, task.id, entry);
      return { outputs, cached: entry.made };
    }
    return undefined;
  }

  /**
   * What a person answered in the run that is resumed; undefined if nobody did, or if something else was asked or shown.
   * @param asked the message, and the names of the fields with what they allow
   */
  answers(
    task: TaskRecord,
    asked: readonly string[],
    shown: TaskValues,
  ): Readonly<Record<string, string>> | undefined {
    const code = sha256Of(asked);
    const { node, platform } = this.#record.code;
    task.key = { sha256: taskKey({ step: "approve", code, inputs: shown, node, platform }), code };
    const { rerun, answered } = this.#options;
    if (rerun?.has(topLevelName(task)) || answered?.has(task.name)) return undefined;
    return this.#resumed(task)?.outputs?.parameters;
  }

  /** The task of the run that is resumed, if it succeeded with the same key. */
  #resumed(task: TaskRecord): TaskRecord | undefined {
    this.#resumedTasks ??= new Map(
      allTasks(this.#options.resume?.tasks ?? []).map((each) => [each.id, each]),
    );
    const found = this.#resumedTasks.get(task.id);
    return found?.phase === "Succeeded" && found.key?.sha256 === task.key?.sha256 ? found : undefined;
  }

  async #takeResumed(step: Step, task: TaskRecord, folder: string, say: Say): Promise<Taken | undefined> {
    const { resume } = this.#options;
    const found = this.#resumed(task);
    if (resume === undefined || found?.outputs === undefined || task.key === undefined) return undefined;
    const place = { run: resume.run, task: found.id };
    const expected = outputDigests(found.outputs);
    const from = join(resume.directory, ...found.id.split("/"));
    const outputs = await copyFrom({ step, task, from, to: folder, place, expected }, say);
    if (outputs === undefined) return undefined;
    const made = found.cached ?? place;
    if (isCacheable(step))
      await this.#keep(task.key.sha256, task.id, { formatVersion: 1, made, outputs: expected, places: [] });
    return { outputs, cached: made };
  }

  /** Keeps the outputs of a task that ran, for later runs. With "verify", compares them with those of an earlier success. */
  async ran(step: Step, task: TaskRecord): Promise<void> {
    if (task.key === undefined || task.outputs === undefined || !isCacheable(step)) return;
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

interface CopyFrom {
  readonly step: Step;
  readonly task: TaskRecord;
  readonly from: string;
  readonly to: string;
  readonly place: TaskPlace;
  readonly expected: OutputDigests;
}

/** Copies outputs. If that is not possible, notes it in the task's record, and says so if they were changed. */
async function copyFrom(
  { step, task, from, to, place, expected }: CopyFrom,
  say: Say,
): Promise<Taken["outputs"] | undefined> {
  const copied = await copyOutputs(step.outputs, from, to, expected);
  if ("outputs" in copied) return copied.outputs;
  const where = `of ${place.task} in run ${place.run}`;
  const note =
    "gone" in copied
      ? `the outputs ${where} are gone`
      : `${copied.changed.join(", ")} ${where} was changed after it was written`;
  if (task.key !== undefined) task.key.note = note;
  if ("changed" in copied) say(`${note}: it is not taken from there.`);
  return undefined;
}

function isCacheable({ cache, implementation }: Step): boolean {
  return cache !== false && implementation === undefined;
}

/** The name of the workflow's task in or below which a task is. */
function topLevelName({ id }: TaskRecord): string {
  const [name = ""] = id.split("/");
  return name;
}
