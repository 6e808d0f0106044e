import { readFileSync } from "node:fs";
import type { LintSource } from "../index.js";
import { type FoundFile, findFiles } from "./find-files.js";
import { InputError } from "./input-error.js";

/** The name of standard input in findings. */
const standardInput = "<stdin>";

/** The sources to lint, and the number of files in folders without an Argo manifest. */
export interface ReadSources {
  readonly sources: readonly LintSource[];
  readonly others: number;
}

/**
 * Reads the files at the paths; `-` is standard input.
 * @throws {InputError} if a path does not exist, or a file cannot be read
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
    // A folder may contain other files, even some that are not valid YAML, such as templates of other tools.
    if (file.named || mentionsArgo(content)) sources.push({ file: file.name, content });
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
    throw new InputError(
      `${name} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
      false,
    );
  }
}

/** Whether a file may contain an Argo manifest. In UTF-16 every second byte of these words is 0. */
function mentionsArgo(content: Buffer): boolean {
  const text = content.toString("latin1").replaceAll("\0", "");
  return /argoproj\.io|kind["']?\s*:\s*["']?(Cluster|Cron)?Workflow/.test(text);
}
