import { copyFileSync, cpSync, renameSync, statSync } from "node:fs";
import { dirname, resolve, sep } from "node:path";
import type { Codec } from "../definition/codec.js";
import { ContractError } from "../definition/errors.js";

/** A file that a step reads or has written itself, by its path. */
export interface FileOnDisk {
  readonly file: string;
}

/** A directory that a step reads or has written itself, by its path. */
export interface FolderOnDisk {
  readonly folder: string;
}

/**
 * A file that is handed over as a path, for what is too large for memory or has a format of its own. A step puts one
 * out by writing it into its scratch directory; it is copied where it lies elsewhere.
 * @param extension without the dot
 */
export function file(extension: string, mediaType = "application/octet-stream"): Codec<FileOnDisk> {
  return {
    format: `file:${extension}`,
    extension,
    mediaType,
    encode(value, path) {
      if (typeof value?.file !== "string") throw new ContractError("expected an object { file: path }.");
      if (!statOf(value.file)?.isFile()) throw new ContractError(`there is no file ${value.file}.`);
      move(value.file, path, () => copyFileSync(value.file, path));
    },
    decode(path) {
      if (!statOf(path)?.isFile()) throw new ContractError(`${path} is no file.`);
      return { file: path };
    },
  };
}

/** A directory that is handed over as a path. */
export const folder: Codec<FolderOnDisk> = {
  format: "folder",
  extension: "",
  mediaType: "inode/directory",
  encode(value, path) {
    if (typeof value?.folder !== "string") throw new ContractError("expected an object { folder: path }.");
    if (!statOf(value.folder)?.isDirectory())
      throw new ContractError(`there is no directory ${value.folder}.`);
    move(value.folder, path, () => cpSync(value.folder, path, { recursive: true }));
  },
  decode(path) {
    if (!statOf(path)?.isDirectory()) throw new ContractError(`${path} is no directory.`);
    return { folder: path };
  },
};

function statOf(path: string): ReturnType<typeof statSync> | undefined {
  return statSync(path, { throwIfNoEntry: false });
}

// What lies in the step's scratch directory, beside the target, is renamed; anything else is not the step's to take away.
function move(from: string, to: string, copy: () => void): void {
  const scratch = resolve(dirname(to), ".scratch");
  const inside = resolve(from);
  if (inside === scratch || inside.startsWith(scratch + sep)) renameSync(from, to);
  else copy();
}
