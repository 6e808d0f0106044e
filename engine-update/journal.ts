import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { UsageError } from "@tiphys/workflow";
import * as z from "zod";

/** Prefix of the folders in which applyChanges keeps new and previous content. */
export const foldersOfChanges = ".changes-";

/** The file in such a folder that lists the swapped paths. It exists from before the first swap until after the last. */
export const journalFile = "paths.json";

const digest = z.string().nullable();
const journalSchema = z.strictObject({
  formatVersion: z.literal(1),
  paths: z.array(
    z.strictObject({
      path: z.string(),
      /** Digest of the previous content; null if the path did not exist. */
      before: digest,
      /** Digest of the new content; null if the path is removed. */
      after: digest,
    }),
  ),
});
export type JournalEntry = z.output<typeof journalSchema>["paths"][number];

/** Writes the journal of a folder of changes atomically. */
export function writeJournal(folder: string, paths: readonly JournalEntry[]): void {
  const part = join(folder, `${journalFile}.part`);
  writeFileSync(part, JSON.stringify({ formatVersion: 1, paths }));
  renameSync(part, join(folder, journalFile));
}

/**
 * Reads the journal of a folder of changes; empty if there is none.
 * @throws {UsageError} naming the folder, if the journal cannot be read
 */
export function readJournal(folder: string): readonly JournalEntry[] {
  const file = join(folder, journalFile);
  if (!existsSync(file)) return [];
  try {
    return journalSchema.parse(JSON.parse(readFileSync(file, "utf8"))).paths;
  } catch (error) {
    const name = basename(folder);
    throw new UsageError(
      `An earlier run was interrupted, and ${name}/${journalFile} cannot be read: ${error instanceof Error ? error.message : error}\n${whatToDo(name)}`,
    );
  }
}

/** What the user must do if a folder of changes cannot be rolled back. */
export function whatToDo(name: string): string {
  return `Nothing was rolled back. The previous files are in ${name}/old and in git's history. Restore those you want to keep (git restore PATH), remove the folder ${name}, and run this again.`;
}
