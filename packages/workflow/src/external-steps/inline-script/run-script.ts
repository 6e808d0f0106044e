import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ContractError, UnavailableError } from "../../definition/errors.js";
import type { Implementation, StepContext } from "../../definition/step.js";
import { errorOf, findProgram, runLocally } from "./local-process.js";

/** Argo keeps the last 256 KiB of a script's standard output. */
const longestResult = 256 * 1024;

/**
 * Runs a script on this machine as Argo runs it in a pod: in a file whose path is the command's last argument.
 * @param where names the step, in the message about a command that is missing
 * @param env texts of the environment variables, by name
 * @returns standard output without its last line feed
 * @throws {UnavailableError} where this machine lacks the command
 * @throws {ContractError} where the script ends with exit code 65, or prints what is too long or no UTF-8
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
    // Without one, a package.json further up would tell Node which kind of module the script is.
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
        if (bytes <= longestResult + 1) output.push(chunk);
      },
      signal: context?.signal,
    });
    if (ending.exitCode !== 0) throw errorOf("the script", ending);
    const text = decode(Buffer.concat(output)).replace(/\n$/, "");
    if (bytes > longestResult + 1 || Buffer.byteLength(text) > longestResult) {
      throw new ContractError(
        `the script printed ${bytes} bytes, a result may have ${longestResult}. Print less, or write to standard error.`,
      );
    }
    return text;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Names under which a command may be known here. */
function programsFor(command: string): readonly string[] {
  if (command === "node") return [process.execPath];
  return command === "python" ? ["python", "python3"] : [command];
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new ContractError("the script printed bytes that are no UTF-8 text.");
  }
}
