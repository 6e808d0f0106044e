import { execFile } from "node:child_process";
import { createWriteStream } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join, resolve, sep } from "node:path";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import type { ArtifactAddress, WorkflowsService } from "../../../argo/client/index.js";
import { UserError } from "../../../definition/errors.js";
import type { PlannedCopy } from "./planned-copy.js";

/**
 * Copies an artifact to its place below a directory, beside it and then renamed. A folder that was begun before is gone
 * on with.
 * @returns its size in bytes
 * @throws {UserError} where it is not there, or did not come whole
 */
export async function copyArtifact(
  service: WorkflowsService,
  workflow: string,
  copy: PlannedCopy,
  directory: string,
  signal: AbortSignal,
): Promise<number> {
  const { nodeId, direction, artifact } = copy;
  if (copy.wasDeleted) throw new UserError("it was deleted from the bucket (artifactGC).");
  const address: ArtifactAddress = { workflow, nodeId, direction, artifact };
  const target = join(directory, copy.path);
  await mkdir(dirname(target), { recursive: true });
  const files = copy.isFolder === false || copy.isPacked ? [] : await service.artifactFiles(address, signal);
  if (files.length === 0) {
    if (copy.isFolder === true && !copy.isPacked)
      throw new UserError(`there is nothing under its key ${copy.key}.`);
    const bytes = await fetchFile(service, address, target, signal);
    if (copy.isPacked) await unpack(target);
    return bytes;
  }
  const beside = `${target}.part`;
  let bytes = 0;
  for (const file of files) {
    const place = resolve(beside, file);
    if (!place.startsWith(resolve(beside) + sep))
      throw new UserError(`its file "${file}" lies outside of it.`);
    await mkdir(dirname(place), { recursive: true });
    bytes += (await sizeOf(place)) ?? (await fetchFile(service, { ...address, file }, place, signal));
  }
  await rename(beside, target);
  return bytes;
}

async function fetchFile(
  service: WorkflowsService,
  address: ArtifactAddress,
  target: string,
  signal: AbortSignal,
): Promise<number> {
  const beside = `${target}.part`;
  await pipeline(await service.artifact(address, signal), createWriteStream(beside), { signal });
  await refuseCutOff(beside);
  await rename(beside, target);
  return (await stat(target)).size;
}

/** What the server writes behind the bytes where the bucket fails on the way: it has said by then that all is well. */
const complaint = /failed to stream artifact: .*\n$/;

async function refuseCutOff(path: string): Promise<void> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const tail = Buffer.alloc(Math.min(size, 1000));
    await file.read(tail, 0, tail.length, size - tail.length);
    const found = complaint.exec(tail.toString("latin1"))?.[0];
    if (found !== undefined) throw new UserError(`the server broke off: ${found.trim()}`);
  } finally {
    await file.close();
  }
}

/** Argo packs a file or a folder as the only entry of an archive. */
async function unpack(target: string): Promise<void> {
  const beside = `${target}.unpacked`;
  await rm(beside, { recursive: true, force: true });
  await mkdir(beside);
  try {
    await promisify(execFile)("tar", ["-xzf", target, "-C", beside]);
  } catch (error) {
    throw new UserError(`it cannot be unpacked by "tar": ${error instanceof Error ? error.message : error}`);
  }
  const [entry, ...more] = await readdir(beside);
  await rm(target);
  await rename(entry !== undefined && more.length === 0 ? join(beside, entry) : beside, target);
  await rm(beside, { recursive: true, force: true });
}

async function sizeOf(path: string): Promise<number | undefined> {
  return (await stat(path).catch(() => undefined))?.size;
}
