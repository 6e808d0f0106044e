import { readFileSync } from "node:fs";
import { UserError } from "../../definition/errors.js";
import type { LintSource } from "../../lint/index.js";
import { type FoundFile, findFiles } from "./find-files.js";

/** What findings call standard input. */
const standardInput = "<stdin>";

/** What is to be linted, and how many files of folders have nothing to do with Argo. */
export interface ReadSources {
  readonly sources: readonly LintSource[];
  readonly others: number;
}

/**
 * Reads the files that are meant by paths; `-` is standard input.
 * @throws {UsageError} where a path does not exist
 * @throws {UserError} where a file cannot be read
 */
export async function readSources(paths: readonly string[], from: string): Promise<ReadSources> {
  const sources: LintSource[] = [];
  let others = 0;
  if (paths.includes("-")) sources.push({ file: standardInput, content: await readStandardInput() });
  for (const file of findFiles(
    paths.filter((path) => path !== "-"),
    from,
  )) {
    const content = readFile(file);
    // What is found in a folder may be anything: templates for other tools would be no YAML at all.
    if (file.named || speaksOfArgo(content)) sources.push({ file: file.name, content });
    else others++;
  }
  return { sources, others };
}

async function readStandardInput(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

function readFile({ path, name }: FoundFile): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new UserError(`${name} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Whether a file may hold a manifest of Argo. In UTF-16 each second byte of these words is 0. */
function speaksOfArgo(content: Buffer): boolean {
  const text = content.toString("latin1").replaceAll("\0", "");
  return /argoproj\.io|kind["']?\s*:\s*["']?(Cluster|Cron)?Workflow/.test(text);
}
