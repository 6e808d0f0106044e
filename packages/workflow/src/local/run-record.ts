import * as z from "zod";

/**
 * The phase of a run or a task: Argo's phases, and three more. `Suspended`: waits for a person. `Incomplete`: the run ended
 * while waiting for a person or for something that this machine does not have. `Interrupted`: stopped by Ctrl-C, or the
 * process has ended.
 */
const phaseSchema = z.enum([
  "Pending",
  "Running",
  "Suspended",
  "Succeeded",
  "Failed",
  "Error",
  "Skipped",
  "Omitted",
  "Incomplete",
  "Interrupted",
]);
export type Phase = z.output<typeof phaseSchema>;

const artifactSchema = z.object({
  path: z.string(),
  sha256: z.string(),
  bytes: z.number(),
  /** The address from which it was downloaded. */
  source: z.string().exactOptional(),
});
const valuesSchema = z.object({
  parameters: z.record(z.string(), z.string()),
  artifacts: z.record(z.string(), z.union([artifactSchema, z.array(artifactSchema)])),
});
export type RecordedValues = z.output<typeof valuesSchema>;

const attemptSchema = z.object({
  startedAt: z.string(),
  finishedAt: z.string(),
  exitCode: z.number().optional(),
  message: z.string().optional(),
});

const keySchema = z.strictObject({
  /** SHA-256 of all that the task's outputs depend on: equal keys mean equal outputs. */
  sha256: z.string(),
  /** SHA-256 of the step's code. What it is made of is in the run's `steps`. */
  code: z.string(),
  /** Why it ran although the outputs of an earlier success might have been taken, if not for a difference of the keys. */
  note: z.string().exactOptional(),
  /** Outputs whose bytes differ from those of an earlier success with the same key, found by `--verify-cache`. */
  differs: z.array(z.string()).exactOptional(),
});

/** A task of any run. */
export const taskPlaceSchema = z.strictObject({ run: z.string(), task: z.string() });
export type TaskPlace = z.output<typeof taskPlaceSchema>;

/** The code of a step, as far as it is known: digests of the project's files that it reaches, and versions of packages. */
const stepCodeSchema = z.strictObject({
  sha256: z.string(),
  files: z.record(z.string(), z.string()),
  packages: z.record(z.string(), z.string()),
});
export type StepCode = z.output<typeof stepCodeSchema>;

/** A task of a run. Paths of artifacts are relative to the run's directory, or absolute if they are outside. */
export interface TaskRecord {
  /** Unique in the run: `evaluate`, `nested/evaluate`, `train/0`. */
  id: string;
  /** The name for display: `evaluate`, `train(0)`. */
  name: string;
  kind: "step" | "workflow" | "map" | "repeat" | "approve" | "exit";
  /** The name of the step or workflow that it runs. */
  template?: string | undefined;
  phase: Phase;
  message?: string | undefined;
  /** The stack trace of an error that is not the user's mistake. */
  stack?: string | undefined;
  /** Where in the project's files such an error comes from: `src/steps/train.ts:12:5`. */
  at?: string | undefined;
  startedAt?: string | undefined;
  finishedAt?: string | undefined;
  /** `done/total`, as last reported by the step. */
  progress?: string | undefined;
  attempts?: z.output<typeof attemptSchema>[] | undefined;
  inputs?: RecordedValues | undefined;
  outputs?: RecordedValues | undefined;
  /** What its outputs depend on; undefined if that is not known. */
  key?: z.output<typeof keySchema> | undefined;
  /** The run and the task that made its outputs, if it did not run itself. */
  cached?: z.output<typeof taskPlaceSchema> | undefined;
  children?: TaskRecord[] | undefined;
}

const taskSchema: z.ZodType<TaskRecord> = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(["step", "workflow", "map", "repeat", "approve", "exit"]),
  template: z.string().optional(),
  phase: phaseSchema,
  message: z.string().optional(),
  stack: z.string().optional(),
  at: z.string().optional(),
  startedAt: z.string().optional(),
  finishedAt: z.string().optional(),
  progress: z.string().optional(),
  attempts: z.array(attemptSchema).optional(),
  inputs: valuesSchema.optional(),
  outputs: valuesSchema.optional(),
  key: keySchema.optional(),
  cached: taskPlaceSchema.optional(),
  children: z.array(z.lazy(() => taskSchema)).optional(),
});

/** The schema of `run.json`. All data that differs from run to run is here, not in artifacts. */
export const runRecordSchema = z.object({
  formatVersion: z.literal(1),
  run: z.string(),
  workflow: z.string(),
  phase: phaseSchema,
  message: z.string().optional(),
  startedAt: z.string(),
  finishedAt: z.string().optional(),
  /** The process that runs it. If it has ended, a run in phase Running was interrupted. */
  pid: z.number(),
  /** The name of the machine on which it runs. Older records have none. */
  host: z.string().exactOptional(),
  directory: z.string(),
  /** The address of the run in a store, with its artifacts and this record. */
  store: z.string().optional(),
  /** What is not stored: names of artifacts below the run's prefix, and `run.json`. Undefined if everything is stored. */
  notStored: z.array(z.string()).optional(),
  inputs: valuesSchema,
  outputs: valuesSchema.optional(),
  code: z.object({
    /** SHA-256 of the program; undefined if it was not bundled. */
    sha256: z.string().optional(),
    gitCommit: z.string().optional(),
    /** Whether the working tree had uncommitted changes. */
    gitDirty: z.boolean().optional(),
    /** The image in which the steps ran; undefined if they ran on this machine. */
    image: z.string().optional(),
    node: z.string(),
    platform: z.string(),
  }),
  /** The code of the steps whose tasks have a key, by the step's name. */
  steps: z.record(z.string(), stepCodeSchema).optional(),
  /** The run whose successes this one took. */
  resumedFrom: z.string().optional(),
  tasks: z.array(taskSchema),
  exit: z.array(taskSchema).optional(),
});
export type RunRecord = z.output<typeof runRecordSchema>;
