import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ContractError, UnavailableError } from "../../definition/errors.js";
import type { Implementation, StepContext } from "../../definition/step.js";
import { errorOf, findProgram, runLocally } from "../local-process.js";

/** In bytes. Argo keeps the last 256 KiB of a script's standard output. */
const maxResultBytes = 256 * 1024;

/**
 * Runs a script on this machine as Argo runs it in a pod: from a file whose path is the command's last argument.
 * @param where names the step in messages
 * @param env texts of the environment variables, by name
 * @returns standard output without its last line feed
 * @throws {UnavailableError} if this machine does not have the command
 * @throws {ContractError} if the script ends with exit code 65, or its output is longer than 256 KiB or not UTF-8
 */
export async function runScript(
  where: string,
  { command, source, image }: Implementation & { readonly kind: "script" },
  env: Readonly<Record<string, string>>,
  context: StepContext | undefined,
): Promise<string> {
  const [name = "", ...args] = command;
  const program = findProgram(programsFor(name));
  if (program === undefined) {
    throw new UnavailableError(
      `${where} needs ${name}, which this machine does not have. Install it, or run the workflow in the cluster, where ${image} has it.`,
    );
  }
  const folder = mkdtempSync(join(context?.scratch ?? tmpdir(), "script-"));
  try {
    const file = join(folder, "script");
    writeFileSync(file, source);
    // Otherwise a package.json in a parent folder would determine the script's module type.
    writeFileSync(join(folder, "package.json"), "{}\n");
    const output: Buffer[] = [];
    let bytes = 0;
    const ending = await runLocally({
      program,
      args: [...args, file],
      cwd: folder,
      env,
      onLine: (line) => context?.log(line),
      onOutput: (chunk) => {
        bytes += chunk.length;
        if (bytes <= maxResultBytes + 1) output.push(chunk);
      },
      signal: context?.signal,
    });
    if (ending.exitCode !== 0) throw errorOf("the script", ending);
    const text = decode(Buffer.concat(output)).replace(/\n$/, "");
    if (bytes > maxResultBytes + 1 || Buffer.byteLength(text) > maxResultBytes) {
      throw new ContractError(
        `the script printed ${bytes} bytes, a result may have ${maxResultBytes}. Print less, or write to standard error.`,
      );
    }
    return text;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Names that a command may have on this machine. */
function programsFor(command: string): readonly string[] {
  if (command === "node") return [process.execPath];
  return command === "python" ? ["python", "python3"] : [command];
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new ContractError("the script printed bytes that are not UTF-8.");
  }
}
