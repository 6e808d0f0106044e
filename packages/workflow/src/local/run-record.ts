import * as z from "zod";

/**
 * How a run or a task stands, in Argo's words. Beyond Argo's: `Suspended` waits for a person, `Incomplete` is a run
 * that ended while one was waited for, `Interrupted` one that was stopped by Ctrl-C or whose process is gone.
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
  /** The address that it was fetched from. */
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

/** A task of a run. Paths of artifacts are relative to the run's directory, or absolute outside of it. */
export interface TaskRecord {
  /** Unique in the run: `evaluate`, `nested/evaluate`, `train/0`. */
  id: string;
  /** What a tree shows: `evaluate`, `train(0)`. */
  name: string;
  kind: "step" | "workflow" | "map" | "repeat" | "approve" | "exit";
  /** The step or workflow that it runs. */
  template?: string | undefined;
  phase: Phase;
  message?: string | undefined;
  /** Where an error that is no user's mistake came from. */
  stack?: string | undefined;
  startedAt?: string | undefined;
  finishedAt?: string | undefined;
  /** `done/total`, as the step told it last. */
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
  startedAt: z.string().optional(),
  finishedAt: z.string().optional(),
  progress: z.string().optional(),
  attempts: z.array(attemptSchema).optional(),
  inputs: valuesSchema.optional(),
  outputs: valuesSchema.optional(),
  children: z.array(z.lazy(() => taskSchema)).optional(),
});

/** What stands in `run.json`. Everything that differs from run to run is here, and in no artifact. */
export const runRecordSchema = z.object({
  formatVersion: z.literal(1),
  run: z.string(),
  workflow: z.string(),
  phase: phaseSchema,
  message: z.string().optional(),
  startedAt: z.string(),
  finishedAt: z.string().optional(),
  /** The process that runs it; where it is gone, a running run was interrupted. */
  pid: z.number(),
  directory: z.string(),
  /** Where else the run is kept: its artifacts and this record. */
  store: z.string().optional(),
  /** Names of what is not there: of artifacts, below the run's prefix, and `run.json`; absent where all is. */
  notStored: z.array(z.string()).optional(),
  inputs: valuesSchema,
  outputs: valuesSchema.optional(),
  code: z.object({
    /** SHA-256 of the program that ran; absent where it was not bundled. */
    sha256: z.string().optional(),
    gitCommit: z.string().optional(),
    /** Whether the work tree had changes beyond that commit. */
    gitDirty: z.boolean().optional(),
    node: z.string(),
    platform: z.string(),
  }),
  tasks: z.array(taskSchema),
  exit: z.array(taskSchema).optional(),
});
export type RunRecord = z.output<typeof runRecordSchema>;
