import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { OutputPort, Outputs } from "../definition/port.js";
import { fromParameterFile, outputFile } from "../definition/port-files.js";
import { listFolder } from "../execution/read-inputs.js";
import { digest, digestAll } from "../files/digest.js";
import type { TaskValue } from "./task-value.js";

/** The first output that a step did not write; undefined if it wrote all. */
export function missingOutput(ports: Outputs, folder: string): string | undefined {
  const missing = Object.entries(ports).find(
    ([name, port]) => !existsSync(join(folder, outputFile(name, port))),
  );
  return missing?.[0];
}

/** The outputs that a step wrote into its folder. */
export async function writtenOutputs(ports: Outputs, folder: string): Promise<Record<string, TaskValue>> {
  const outputs: Record<string, TaskValue> = {};
  for (const [name, port] of Object.entries(ports))
    outputs[name] = await readOutput(port, join(folder, outputFile(name, port)));
  return outputs;
}

async function readOutput(port: OutputPort, path: string): Promise<TaskValue> {
  if (port.kind === "parameter") {
    return { kind: "parameter", text: fromParameterFile(readFileSync(path, "utf8")) };
  }
  if (!port.list) return { kind: "artifact", artifact: await digest(path) };
  return { kind: "list", artifacts: await digestAll(listFolder(path)) };
}
