import { copyFileSync, cpSync, renameSync, statSync } from "node:fs";
import { dirname, resolve, sep } from "node:path";
import type { Codec } from "../definition/codec.js";
import { ContractError } from "../definition/errors.js";

/** The path of a file that a step reads or has written itself. */
export interface FileOnDisk {
  readonly file: string;
}

/** The path of a directory that a step reads or has written itself. */
export interface FolderOnDisk {
  readonly folder: string;
}

/**
 * A file that is passed as a path, for content that is too large for memory or has its own format. A step should write it
 * to its scratch directory, from which it is moved; a file anywhere else is copied.
 * @param extension without the dot
 * @param mediaType of the content, for a browser or a store. Default: bytes of any kind
 */
export function file(extension: string, mediaType = "application/octet-stream"): Codec<FileOnDisk> {
  return {
    format: `file:${extension}`,
    extension,
    mediaType,
    encode(value, path) {
      if (typeof value?.file !== "string") throw new ContractError("expected an object { file: path }.");
      if (!statOf(value.file)?.isFile())
        throw new ContractError(`${value.file} does not exist or is not a file.`);
      move(value.file, path, () => copyFileSync(value.file, path));
    },
    decode(path) {
      if (!statOf(path)?.isFile()) throw new ContractError(`${path} is not a file.`);
      return { file: path };
    },
  };
}

/** A directory that is passed as a path. */
export const folder: Codec<FolderOnDisk> = {
  format: "folder",
  extension: "",
  mediaType: "inode/directory",
  encode(value, path) {
    if (typeof value?.folder !== "string") throw new ContractError("expected an object { folder: path }.");
    if (!statOf(value.folder)?.isDirectory())
      throw new ContractError(`${value.folder} does not exist or is not a directory.`);
    move(value.folder, path, () => cpSync(value.folder, path, { recursive: true }));
  },
  decode(path) {
    if (!statOf(path)?.isDirectory()) throw new ContractError(`${path} is not a directory.`);
    return { folder: path };
  },
};

function statOf(path: string): ReturnType<typeof statSync> | undefined {
  return statSync(path, { throwIfNoEntry: false });
}

// A file in the step's scratch directory, which is next to the target, is renamed. Any other file may still be needed: it is
// copied.
function move(from: string, to: string, copy: () => void): void {
  const scratch = resolve(dirname(to), ".scratch");
  const inside = resolve(from);
  if (inside === scratch || inside.startsWith(scratch + sep)) renameSync(from, to);
  else copy();
}
