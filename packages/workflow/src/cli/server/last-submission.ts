import { mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import * as z from "zod";
import { UsageError } from "../../definition/errors.js";
import { writeFileAtomicallySync } from "../../files/write-atomically.js";
import { runsDirectory } from "../runs-option.js";

/** What was submitted last from this project. */
export interface Submission {
  readonly name: string;
  readonly namespace: string;
}

const schema = z.object({ name: z.string(), namespace: z.string() });

function file(): string {
  return join(runsDirectory(undefined), ".submitted.json");
}

/** Remembers a submission, so that other commands need no name. A project that cannot be written remembers nothing. */
export function rememberSubmission({ name, namespace }: Submission): void {
  const path = file();
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileAtomicallySync(path, `${JSON.stringify({ name, namespace })}\n`);
  } catch {
    // Then a name has to be given.
  }
}

/**
 * The workflow that is meant: the one named, or the one that was submitted last from this project. `@latest` is the
 * youngest of the namespace; the server knows which.
 * @param namespace that is asked, where it is known: the one submitted last may lie in another
 * @throws {UsageError} where none is named and none was submitted
 */
export function workflowName(name: string | undefined, namespace?: string): string {
  if (name !== undefined) return name;
  const last = lastSubmission();
  if (last !== undefined && namespace !== undefined && last.namespace !== namespace) {
    throw new UsageError(
      `Which workflow of namespace ${namespace}? ${last.name}, which was submitted last, is in ${last.namespace}. Give a name, or --namespace ${last.namespace}.`,
    );
  }
  if (last !== undefined) return last.name;
  throw new UsageError(
    "Which workflow? Nothing was submitted from this project yet. Give its name (list shows them), or @latest for the youngest.",
  );
}

function lastSubmission(): Submission | undefined {
  try {
    return schema.parse(JSON.parse(readFileSync(file(), "utf8")));
  } catch {
    return undefined;
  }
}
