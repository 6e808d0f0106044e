import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { digestName, outputFile, parametersFolder } from "../definition/port-files.js";
import type { Step } from "../definition/step.js";
import { digest } from "../files/digest.js";

/**
 * Writes the SHA-256 of each artifact that a step has written beside its output parameters.
 * @param outputs the folder of the step's outputs
 */
export async function writeOutputDigests(step: Step, outputs: string): Promise<void> {
  const folder = join(outputs, parametersFolder);
  mkdirSync(folder, { recursive: true });
  for (const [name, port] of Object.entries(step.outputs)) {
    if (port.kind !== "artifact") continue;
    const { sha256 } = await digest(join(outputs, outputFile(name, port)));
    writeFileSync(join(folder, digestName(name)), sha256);
  }
}
