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
  tasks: z.array(taskSchema),
  exit: z.array(taskSchema).optional(),
});
export type RunRecord = z.output<typeof runRecordSchema>;
