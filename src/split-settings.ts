import * as z from "zod";

/** How the data was split, for the evaluation's page. */
export const splitSettingsSchema = z.strictObject({
  testSize: z.number(),
  randomState: z.int(),
  stratify: z.boolean(),
  rows: z.int(),
  skippedRows: z.int(),
  /** Number of test rows that are also in the training rows; undefined if there are none. */
  sharedRows: z.int().optional(),
  /** Warnings about the data, as sentences; undefined if there are none. */
  warnings: z.array(z.string()).optional(),
});
