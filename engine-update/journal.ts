import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { UsageError } from "@pipeline/workflow";
import * as z from "zod";

/** How the names of folders begin in which applyChanges keeps what is new, and what was before. */
export const foldersOfChanges = ".changes-";

/** Names in such a folder the paths that are swapped; there from before the first of them to after the last. */
export const journalFile = "paths.json";

const digest = z.string().nullable();
const journalSchema = z.strictObject({
  formatVersion: z.literal(1),
  paths: z.array(
    z.strictObject({
      path: z.string(),
      /** Digest of what was there; null for nothing. */
      before: digest,
      /** Digest of what takes its place; null for nothing. */
      after: digest,
    }),
  ),
});
export type JournalEntry = z.output<typeof journalSchema>["paths"][number];

/** Writes the journal of a folder of changes: all of it or nothing. */
export function writeJournal(folder: string, paths: readonly JournalEntry[]): void {
  const beside = join(folder, `${journalFile}.part`);
  writeFileSync(beside, JSON.stringify({ formatVersion: 1, paths }));
  renameSync(beside, join(folder, journalFile));
}

/**
 * The journal of a folder of changes; empty where there is none.
 * @throws {UsageError} where it cannot be read, naming the folder
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

/** What a person does where a folder of changes cannot be taken back. */
export function whatToDo(name: string): string {
  return `Nothing was taken back. What was there before is in ${name}/old, and in git's history. Take from there what you want (git restore PATH), remove the folder ${name}, and run this again.`;
}
