import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ContractError } from "../../definition/errors.js";
import { decodeParameter, encodeParameter, unwiredText } from "../../definition/parameter-text.js";
import { outputsFolder } from "../../definition/pod-paths.js";
import type { AnyValue, ArtifactPort, Inputs, Outputs, Presence } from "../../definition/port.js";
import {
  artifactFileName,
  fromParameterFile,
  listItemFiles,
  outputFile,
} from "../../definition/port-files.js";

/**
 * Writes input artifacts under their names, as in a pod.
 * @returns the texts of the parameters, by name
 * @throws {ContractError} naming the input that breaks its contract
 */
export async function layOutInputs(
  inputs: Inputs,
  values: Readonly<Record<string, unknown>>,
  folder: string,
): Promise<ReadonlyMap<string, string>> {
  mkdirSync(folder, { recursive: true });
  const texts = new Map<string, string>();
  for (const [name, port] of Object.entries(inputs)) {
    const given = values[name];
    if (port.kind === "parameter") {
      const unwired = given === undefined ? unwiredText(name, port) : undefined;
      texts.set(name, unwired ?? encodeParameter(`parameter "${name}"`, port.schema, given));
    } else if (given !== undefined || port.need === "required") {
      await withName(`input "${name}"`, () => writeArtifact(port, given, join(folder, name)));
    }
  }
  return texts;
}

/**
 * Reads the outputs that a container wrote.
 * @throws {ContractError} naming the output that is missing or breaks its contract
 */
export async function readOutputs(outputs: Outputs, folder: string): Promise<Record<string, AnyValue>> {
  const values: Record<string, AnyValue> = {};
  for (const [name, port] of Object.entries(outputs)) {
    const file = outputFile(name, port);
    const path = join(folder, file);
    if (!existsSync(path)) {
      throw new ContractError(`output "${name}": the container did not write ${outputsFolder}/${file}.`);
    }
    values[name] = await withName(`output "${name}"`, () =>
      port.kind === "parameter"
        ? decodeParameter("its text", port.schema, fromParameterFile(readFileSync(path, "utf8")))
        : readArtifact(port, path),
    );
  }
  return values;
}

async function writeArtifact(
  { codec, list }: ArtifactPort<AnyValue, Presence>,
  value: unknown,
  path: string,
): Promise<void> {
  if (!list) {
    // Every codec checks its value itself.
    await codec.encode(value as object, path);
    return;
  }
  if (!Array.isArray(value)) throw new ContractError(`found ${typeof value}, expected an array.`);
  mkdirSync(path);
  for (const [index, item] of value.entries()) {
    await codec.encode(item, join(path, artifactFileName(String(index), codec)));
  }
}

async function readArtifact(
  { codec, list }: ArtifactPort<AnyValue, Presence>,
  path: string,
): Promise<AnyValue> {
  if (!list) return codec.decode(path);
  const items: AnyValue[] = [];
  for (const file of listItemFiles(readdirSync(path))) items.push(await codec.decode(join(path, file)));
  return items;
}

async function withName<T>(what: string, act: () => T | Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof ContractError)) throw error;
    throw new ContractError(`${what}: ${error.message}`, { cause: error });
  }
}
