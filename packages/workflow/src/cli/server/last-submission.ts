import { mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import * as z from "zod";
import { UsageError } from "../../definition/errors.js";
import { writeFileAtomicallySync } from "../../files/write-atomically.js";
import { runsDirectory } from "../project/runs-directory.js";

/** The last submission from this project. */
export interface Submission {
  readonly name: string;
  readonly namespace: string;
}

const schema = z.object({ name: z.string(), namespace: z.string() });

function file(): string {
  return join(runsDirectory(undefined), ".submitted.json");
}

/** Remembers a submission, so that other commands need no name. Does nothing if the project is read-only. */
export function rememberSubmission({ name, namespace }: Submission): void {
  const path = file();
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileAtomicallySync(path, `${JSON.stringify({ name, namespace })}\n`);
  } catch {
    // Other commands then need a name.
  }
}

/**
 * The name of a workflow; default: the one submitted last from this project. The server resolves `@latest` to the newest
 * workflow of the namespace.
 * @param namespace of the request, if known: the last submission may be in another
 * @throws {UsageError} if there is no name, and no submission in this namespace
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
    "Which workflow? Nothing was submitted from this project yet. Give its name (list shows them), or @latest for the newest.",
  );
}

function lastSubmission(): Submission | undefined {
  try {
    return schema.parse(JSON.parse(readFileSync(file(), "utf8")));
  } catch {
    return undefined;
  }
}
