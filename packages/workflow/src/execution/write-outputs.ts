import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { didYouMean } from "@tiphys/argo-lint/text";
import { ContractError, UserError } from "../definition/errors.js";
import { encodeParameter } from "../definition/parameter-text.js";
import type { OutputPort, Outputs } from "../definition/port.js";
import {
  artifactFileName,
  indexesName,
  outputFile,
  parametersFolder,
  toParameterFile,
} from "../definition/port-files.js";
import { errorCode } from "../files/error-code.js";

/** In bytes. Argo refuses a larger output parameter. */
const maxParameterBytes = 256 * 1024;

/**
 * Checks the outputs that a step returned and writes them to the staging directory.
 * @throws {ContractError} naming the output that is missing, unknown or does not match its schema or codec
 * @throws {UserError} if the disk is full
 */
export async function writeOutputs(outputs: Outputs, returned: unknown, staging: string): Promise<void> {
  const values = checkNames(outputs, returned);
  for (const [name, port] of Object.entries(outputs)) {
    try {
      await write(name, port, values[name], staging);
    } catch (error) {
      throw explain(error, name, staging);
    }
  }
}

/** Moves everything from the staging directory to its final path and replaces what an earlier attempt left. */
export function publishOutputs(staging: string, outputs: string): void {
  for (const entry of readdirSync(staging)) {
    if (entry.startsWith(".")) continue;
    replace(join(staging, entry), join(outputs, entry));
  }
}

/** Error codes of a rename if another process has just written the same output. */
const occupiedCodes = new Set<unknown>(["ENOTEMPTY", "EEXIST", "ENOTDIR", "EISDIR"]);

/** How often to try the replacement, in case another process writes the same output. */
const maxAttempts = 20;

function replace(from: string, to: string): void {
  for (let attempt = 1; ; attempt++) {
    try {
      rmSync(to, { recursive: true, force: true });
      renameSync(from, to);
      return;
    } catch (error) {
      if (!occupiedCodes.has(errorCode(error)) || attempt === maxAttempts) throw error;
    }
  }
}

function checkNames(outputs: Outputs, returned: unknown): Readonly<Record<string, unknown>> {
  if (typeof returned !== "object" || returned === null) {
    throw new ContractError(`the step returned ${String(returned)}, expected an object with its outputs.`);
  }
  const names = Object.keys(outputs);
  const surplus = Object.keys(returned).find((name) => !names.includes(name));
  if (surplus !== undefined) {
    throw new ContractError(
      `the step returned "${surplus}", which is not one of its outputs.${didYouMean(surplus, names)}`,
    );
  }
  const values: Readonly<Record<string, unknown>> = { ...returned };
  const missing = names.find((name) => values[name] === undefined);
  if (missing !== undefined) throw new ContractError(`the step did not return its output "${missing}".`);
  return values;
}

async function write(name: string, port: OutputPort, value: unknown, staging: string): Promise<void> {
  if (port.kind === "parameter") {
    const text = encodeParameter(`output "${name}"`, port.schema, value);
    const bytes = Buffer.byteLength(text);
    if (bytes > maxParameterBytes) {
      throw new ContractError(
        `output "${name}" has ${bytes} bytes, a parameter may have ${maxParameterBytes}. Output it as an artifact.`,
      );
    }
    mkdirSync(join(staging, parametersFolder), { recursive: true });
    writeFileSync(join(staging, outputFile(name, port)), toParameterFile(text));
    return;
  }
  if (!port.list) {
    await port.codec.encode(asPayload(value), join(staging, outputFile(name, port)));
    return;
  }
  if (!Array.isArray(value)) throw new ContractError(`found ${typeof value}, expected an array.`);
  mkdirSync(join(staging, parametersFolder), { recursive: true });
  writeFileSync(join(staging, parametersFolder, indexesName(name)), JSON.stringify([...value.keys()]));
  mkdirSync(join(staging, name));
  // S3 has no empty folders: without a file an empty list would be a missing one.
  writeFileSync(join(staging, name, "list.json"), `${JSON.stringify({ length: value.length })}\n`);
  for (const [index, item] of value.entries()) {
    await port.codec.encode(item, join(staging, name, artifactFileName(String(index), port.codec)));
  }
}

// Every codec checks its value itself.
function asPayload(value: unknown): object {
  return value as object;
}

function explain(error: unknown, name: string, staging: string): Error {
  if (!(error instanceof Error)) return new Error(`output "${name}": ${String(error)}`);
  const code = errorCode(error);
  if (code === "ENOSPC" || code === "EDQUOT" || code === "EFBIG") {
    return new UserError(
      `output "${name}" could not be written: no space left under ${dirname(staging)}. Free some space and run again.`,
      {
        cause: error,
      },
    );
  }
  if (error instanceof ContractError && !error.message.startsWith("output ")) {
    return new ContractError(`output "${name}": ${error.message}`, { cause: error });
  }
  return error;
}
