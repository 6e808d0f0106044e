import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { digestName, parametersFolder } from "../definition/port-files.js";
import { digest } from "../files/digest.js";

/**
 * Writes the SHA-256 of each artifact that a step has written beside its output parameters.
 * @param outputs the folder of the step's outputs
 */
export async function writeOutputDigests(outputs: string): Promise<void> {
  const folder = join(outputs, parametersFolder);
  mkdirSync(folder, { recursive: true });
  for (const file of readdirSync(outputs)) {
    if (file === parametersFolder) continue;
    const { sha256 } = await digest(join(outputs, file));
    // No artifact's name has a dot: what follows one is the extension.
    const [name = file] = file.split(".");
    writeFileSync(join(folder, digestName(name)), sha256);
  }
}
