import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { UserError } from "../definition/errors.js";
import { omitUndefined } from "../definition/omit-undefined.js";
import { errorCode } from "../files/error-code.js";
import { writeFileAtomicallySync } from "../files/write-atomically.js";
import { parseJson } from "./parse-json.js";

const notesSchema = z.object({ note: z.string().exactOptional(), tags: z.array(z.string()).default([]) });

/** What a person wrote about a run. It is beside `run.json`, which only the run itself writes. */
export interface RunNotes {
  readonly note?: string;
  readonly tags: readonly string[];
}

export const notesFile = "notes.json";

/**
 * The note and the tags of a run.
 * @throws {UserError} if `notes.json` is not readable
 */
export function readNotes(directory: string): RunNotes {
  const path = join(directory, notesFile);
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if (errorCode(error) === "ENOENT") return { tags: [] };
    throw new UserError(`${path} cannot be read (${error instanceof Error ? error.message : error}).`);
  }
  const found = notesSchema.safeParse(parseJson(text));
  if (found.success) return found.data;
  throw new UserError(
    `${path}: expected { "note": "text", "tags": ["name"] }. Correct it, or remove the file.`,
  );
}

/** Writes the note and the tags of a run. */
export function writeNotes(directory: string, { note, tags }: RunNotes): void {
  const content = { ...omitUndefined({ note }), tags };
  writeFileAtomicallySync(join(directory, notesFile), `${JSON.stringify(content, null, 2)}\n`);
}
