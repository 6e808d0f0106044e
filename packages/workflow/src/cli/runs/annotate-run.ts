import { printable } from "@tiphys/argo-lint/text";
import { UsageError } from "../../definition/errors.js";
import { omitUndefined } from "../../definition/omit-undefined.js";
import { readNotes, writeNotes } from "../../history/run-notes.js";
import { summaryOf } from "../../history/summary-of.js";
import { runDirectory } from "./find-runs.js";

/** A tag is one word, so that `--where tag=…` and a list of tags are clear. */
const tagPattern = /^[\p{L}\p{N}][\p{L}\p{N}._/-]*$/u;

/** Replaces the note of a run; an empty text removes it. */
export function noteRun(chosen: string | undefined, run: string, text: string | undefined): void {
  const directory = annotated(chosen, run);
  const { tags, note } = readNotes(directory);
  if (text === undefined) {
    console.log(note === undefined ? "There is no note." : printable(note));
    return;
  }
  writeNotes(directory, { ...omitUndefined({ note: text === "" ? undefined : text }), tags });
}

/**
 * Adds tags to a run, or removes them. Prints the tags that it then has.
 * @throws {UsageError} for a tag that is not one word, and if a tag to remove is not there
 */
export function tagRun(
  chosen: string | undefined,
  run: string,
  added: readonly string[],
  removed: readonly string[],
): void {
  for (const tag of added.filter((each) => !tagPattern.test(each))) {
    throw new UsageError(
      `"${printable(tag)}" is no tag: expected one word of letters, digits, and . _ / - inside.`,
    );
  }
  const directory = annotated(chosen, run);
  const notes = readNotes(directory);
  const missing = removed.find((tag) => !notes.tags.includes(tag));
  if (missing !== undefined) {
    throw new UsageError(
      `The run is not tagged "${printable(missing)}". Its tags: ${printable(notes.tags.join(", ")) || "none"}.`,
    );
  }
  const tags = [...new Set([...notes.tags, ...added])].filter((tag) => !removed.includes(tag));
  if (added.length + removed.length > 0) writeNotes(directory, { ...notes, tags });
  console.log(tags.length === 0 ? "There are no tags." : printable(tags.join(" ")));
}

/** The directory of a run, which must have a record. */
function annotated(chosen: string | undefined, run: string): string {
  return summaryOf(runDirectory(chosen, run), []).directory;
}
