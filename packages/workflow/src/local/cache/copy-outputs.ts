import { constants, existsSync } from "node:fs";
import { copyFile, cp, mkdir, rm } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import type { Outputs } from "../../definition/port.js";
import { indexesName, outputFile, parametersFolder } from "../../definition/port-files.js";
import { publishOutputs } from "../../execution/write-outputs.js";
import { tempSibling } from "../../files/temp-name.js";
import { recordedValues } from "../recorded-values.js";
import type { ArtifactFile, TaskValue } from "../task-value.js";
import { writtenOutputs } from "../written-outputs.js";
import { differingOutputs, type OutputDigests, outputDigests } from "./cache-entry.js";

/** The outputs, or why they were not taken: `gone`, or names of outputs that have other bytes than expected. */
type CopiedOutputs =
  | { readonly outputs: Readonly<Record<string, TaskValue>> }
  | { readonly gone: true }
  | { readonly changed: readonly string[] };

/**
 * Copies a task's outputs into the folder of another task, if they have the expected bytes. The copies are checked before
 * they get their names: nothing else is ever visible under these.
 * @param from the folder of the task that has the outputs
 * @param to the folder of the other task
 */
export async function copyOutputs(
  ports: Outputs,
  from: string,
  to: string,
  expected: OutputDigests,
): Promise<CopiedOutputs> {
  const staging = tempSibling(join(to, "cached"));
  const files = Object.entries(ports).map(([name, port]) => outputFile(name, port));
  const indexes = Object.entries(ports)
    .filter(([, port]) => port.kind === "artifact" && port.list)
    .map(([name]) => join(parametersFolder, indexesName(name)))
    .filter((file) => existsSync(join(from, file)));
  if (files.some((file) => !existsSync(join(from, file)))) return { gone: true };
  try {
    await mkdir(staging, { recursive: true });
    for (const file of [...files, ...indexes]) await copy(join(from, file), join(staging, file));
    const outputs = await writtenOutputs(ports, staging);
    const changed = differingOutputs(outputDigests(recordedValues(outputs)), expected);
    if (changed.length > 0) return { changed };
    publishOutputs(staging, to);
    return { outputs: moved(outputs, staging, to) };
  } catch (error) {
    // The run was removed meanwhile.
    if (files.some((file) => !existsSync(join(from, file)))) return { gone: true };
    throw error;
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

/** Copies a file or a folder; file systems that can share the blocks of both do so until one of them is written to. */
async function copy(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  const mode = constants.COPYFILE_FICLONE;
  try {
    await copyFile(from, to, mode);
  } catch (error) {
    const isFolder =
      error instanceof Error && "code" in error && ["EISDIR", "ENOTSUP", "EPERM"].includes(`${error.code}`);
    if (!isFolder) throw error;
    await cp(from, to, { recursive: true, dereference: true, mode });
  }
}

function moved(
  outputs: Readonly<Record<string, TaskValue>>,
  from: string,
  to: string,
): Record<string, TaskValue> {
  const move = (artifact: ArtifactFile): ArtifactFile => ({
    ...artifact,
    path: join(to, relative(from, artifact.path)),
  });
  const values = Object.entries(outputs).map(([name, value]): [string, TaskValue] => {
    if (value.kind === "artifact") return [name, { kind: "artifact", artifact: move(value.artifact) }];
    return [name, value.kind === "list" ? { kind: "list", artifacts: value.artifacts.map(move) } : value];
  });
  return Object.fromEntries(values);
}
