import { readFileSync } from "node:fs";
import { UsageError } from "@tiphys/workflow";
import * as z from "zod";
import { type NewProject, newProjectSchema } from "./answers.js";

/** Name of the file that says what a project was made from. */
export const recordFile = ".tiphys.json";

const recordSchema = z.object({
  formatVersion: z.literal(1),
  /** Version of the template and of create-tiphys. */
  version: z.string(),
  project: newProjectSchema,
});

/** What a project was made from: with it, the same version makes the same files again. */
export type ProjectRecord = Pick<z.output<typeof recordSchema>, "version" | "project">;

/** The text of a project's record. */
export function recordText(version: string, project: NewProject): string {
  return `${JSON.stringify({ formatVersion: 1, version, project }, undefined, 2)}\n`;
}

/**
 * Reads the text of a project's record.
 * @throws {UsageError} if it is not one, naming the first fault
 */
export function readRecord(text: string): ProjectRecord {
  const result = recordSchema.safeParse(parsed(text));
  if (result.success) return { version: result.data.version, project: result.data.project };
  const [issue] = result.error.issues;
  throw new UsageError(
    `${recordFile}, ${issue?.path.join(".") || "the file"}: ${issue?.message ?? "invalid"}. It says what the project was made from; restore it from git's history.`,
  );
}

/**
 * Reads a project's record from its file.
 * @throws {UsageError} if it cannot be read, or is not one
 */
export function readRecordFile(file: string): ProjectRecord {
  try {
    return readRecord(readFileSync(file, "utf8"));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${file} cannot be read: ${why}. Expected the ${recordFile} of a project.`);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
