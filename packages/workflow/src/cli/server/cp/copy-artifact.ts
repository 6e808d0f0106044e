import { mkdir, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import type { ArtifactAddress, WorkflowsService } from "../../../argo/client/index.js";
import { UserError } from "../../../definition/errors.js";
import { withTempSibling, writeAtomically } from "../../../files/write-atomically.js";
import { explainFileErrorAt } from "../../../storage/file-error.js";
import { refuseFileAsFolder } from "../../../storage/folder-transfer/local-path.js";
import { checkNameCollisions } from "../../../storage/folder-transfer/name-collisions.js";
import { placeBelow, type SafePath, safePath } from "../../../storage/folder-transfer/safe-path.js";
import type { PlannedCopy } from "./planned-copy.js";
import { unpackArchive } from "./unpack-archive.js";

/**
 * Copies an artifact to its path below a directory, written to a temporary sibling and then renamed. Continues a folder that
 * an earlier copy began.
 * @returns the number of bytes copied
 * @throws {UserError} if the artifact does not exist, arrives incomplete, or has a name that is not allowed here
 * @throws {UnreachableError} if the connection is lost and does not recover
 */
export async function copyArtifact(
  service: WorkflowsService,
  workflow: string,
  copy: PlannedCopy,
  directory: string,
  signal: AbortSignal,
): Promise<number> {
  const { nodeId, direction, nameInNode: artifact } = copy;
  if (copy.wasDeleted) throw new UserError("it was deleted from the bucket (artifactGC).");
  const address: ArtifactAddress = { workflow, nodeId, direction, artifact };
  const target = placeBelow(directory, copy.path);
  if (copy.isPacked) return fetchPacked(service, address, target, signal);
  const listed = copy.isFolder === false ? [] : await service.artifactFiles(address, signal);
  if (listed.length === 0) {
    if (copy.isFolder === true) throw new UserError(`no object has a key below ${copy.key}.`);
    return fetchFile(service, address, target, signal);
  }
  return fetchFolder(service, address, listed, target, signal);
}

function fetchFile(
  service: WorkflowsService,
  address: ArtifactAddress,
  target: string,
  signal: AbortSignal,
): Promise<number> {
  const save = (temp: string): Promise<number> => service.saveArtifact(address, temp, { signal });
  return writeAtomically(target, save, explainFileErrorAt(target));
}

/** The final name only appears when the archive is completely unpacked. */
function fetchPacked(
  service: WorkflowsService,
  address: ArtifactAddress,
  target: string,
  signal: AbortSignal,
): Promise<number> {
  return withTempSibling(
    target,
    async (archive) => {
      const bytes = await service.saveArtifact(address, archive, { signal });
      await withTempSibling(target, (folder) =>
        writeAtomically(target, async (temp) => rename(await unpackArchive(archive, folder, signal), temp)),
      );
      return bytes;
    },
    explainFileErrorAt(target),
  );
}

async function fetchFolder(
  service: WorkflowsService,
  address: ArtifactAddress,
  listed: readonly string[],
  target: string,
  signal: AbortSignal,
): Promise<number> {
  const partial = `${target}.part`;
  // Checks all names before fetching the first file.
  const files = listed.map((file) => safePath(file, "its file"));
  refuseFileAsFolder(files, "The artifact");
  await checkCollisions(target, files);
  let bytes = 0;
  for (const file of files) {
    const place = placeBelow(partial, file);
    bytes += (await sizeOf(place)) ?? (await fetchFile(service, { ...address, file }, place, signal));
  }
  await rename(partial, target);
  return bytes;
}

async function checkCollisions(target: string, files: readonly SafePath[]): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  const probe = `${target}.names`;
  try {
    await checkNameCollisions(probe, files, "the artifact");
  } finally {
    await rm(probe, { recursive: true, force: true });
  }
}

async function sizeOf(path: string): Promise<number | undefined> {
  return (await stat(path).catch(() => undefined))?.size;
}
