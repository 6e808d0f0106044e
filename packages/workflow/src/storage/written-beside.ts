import { randomBytes } from "node:crypto";
import { mkdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** Lets a file be written beside its place, and renames it where that went well; else nothing is left. */
export async function writtenBeside<T>(file: string, write: (part: string) => Promise<T>): Promise<T> {
  const folder = dirname(file);
  await mkdir(folder, { recursive: true });
  // A file's name has at most 255 bytes.
  const part = join(folder, `.${basename(file).slice(0, 40)}.${randomBytes(6).toString("hex")}.part`);
  try {
    const result = await write(part);
    await rename(part, file);
    return result;
  } finally {
    await rm(part, { force: true });
  }
}
