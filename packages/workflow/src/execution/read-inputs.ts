import { readdirSync } from "node:fs";
import { join } from "node:path";
import { ContractError } from "../definition/errors.js";
import { absentText, decodeParameter, encodeParameter } from "../definition/parameter-text.js";
import type { AnyValue, ArtifactPort, Inputs, ParameterPort, Presence } from "../definition/port.js";
import { listItemFiles } from "../definition/port-files.js";
import type { StepJob } from "./step-job.js";

/**
 * Reads and checks every input of a step.
 * @throws {ContractError} naming the input, what was found and what was expected
 */
export async function readInputs(inputs: Inputs, job: StepJob): Promise<Record<string, AnyValue>> {
  const values: Record<string, AnyValue> = {};
  for (const [name, port] of Object.entries(inputs)) {
    values[name] =
      port.kind === "parameter" ? readParameter(name, port, job) : await readArtifact(name, port, job);
  }
  return values;
}

function readParameter(name: string, port: ParameterPort<AnyValue, Presence>, job: StepJob): AnyValue {
  const text = job.parameters[name];
  const where = `parameter "${name}"`;
  if (port.need === "optional" && (text === undefined || text === absentText)) return undefined;
  if (text !== undefined) return decodeParameter(where, port.schema, text);
  if (port.need === "required") throw new ContractError(`${where} is missing.`);
  // A copy: a step may change its inputs, and the default is shared by all steps.
  return decodeParameter(where, port.schema, encodeParameter(where, port.schema, port.default));
}

async function readArtifact(
  name: string,
  port: ArtifactPort<AnyValue, Presence>,
  job: StepJob,
): Promise<AnyValue> {
  const found = job.artifacts[name];
  if (found === undefined) {
    // An empty list is stored without files, so in a pod it has no folder.
    if (port.list) return port.need === "optional" ? undefined : [];
    if (port.need === "required") throw new ContractError(`input "${name}" is missing.`);
    return undefined;
  }
  if (!port.list) return decode(name, port, typeof found === "string" ? found : "");
  const paths = typeof found === "string" ? listFolder(found) : found;
  const items: AnyValue[] = [];
  for (const path of paths) items.push(await decode(name, port, path));
  return items;
}

async function decode(name: string, port: ArtifactPort<AnyValue, Presence>, path: string): Promise<AnyValue> {
  try {
    return await port.codec.decode(path);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new ContractError(`input "${name}" (${path}): ${detail}`, { cause: error });
  }
}

/** The paths of a list's files `0.json`, `1.json`, …, ordered by number. */
export function listFolder(folder: string): string[] {
  return listItemFiles(readdirSync(folder)).map((file) => join(folder, file));
}
