import * as z from "zod";

/** How the data was split, for the evaluation's page. */
export const splitSettingsSchema = z.strictObject({
  testSize: z.number(),
  randomState: z.int(),
  stratify: z.boolean(),
  rows: z.int(),
  skippedRows: z.int(),
  /** The column by which rows were divided; undefined if they were drawn one by one. */
  division: z.strictObject({ by: z.enum(["group", "time"]), column: z.string() }).optional(),
  /** Number of test rows that are also in the training rows; undefined if there are none. */
  sharedRows: z.int().optional(),
  /** Warnings about the data, as sentences; undefined if there are none. */
  warnings: z.array(z.string()).optional(),
});
