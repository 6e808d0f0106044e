import { randomBytes } from "node:crypto";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";

/**
 * Lets a file or a folder be written beside its place, and renames it where that went well; else nothing is left. What an
 * earlier process could not take away, because it was killed, is taken away now.
 */
export async function writtenBeside<T>(place: string, write: (part: string) => Promise<T>): Promise<T> {
  return besides(place, async (part) => {
    const result = await write(part);
    await rename(part, place);
    return result;
  });
}

/** Gives the name of a part beside a place, and takes away in the end what is there then. */
export async function besides<T>(place: string, work: (part: string) => Promise<T>): Promise<T> {
  const folder = dirname(place);
  await mkdir(folder, { recursive: true });
  await sweep(folder, place);
  const part = join(folder, `${beginOf(place)}${process.pid}-${randomBytes(6).toString("hex")}.part`);
  try {
    return await work(part);
  } finally {
    await rm(part, { recursive: true, force: true });
  }
}

/** A file's name has at most 255 bytes. The host is in it: on a shared disk, processes of others have the same numbers. */
function beginOf(place: string): string {
  const host = hostname()
    .replaceAll(/[^\w-]/g, "")
    .slice(0, 40);
  return `.${cut(basename(place))}.${host}-`;
}

/** At most 100 bytes, and no half letter. */
function cut(name: string): string {
  const letters = [...name];
  while (Buffer.byteLength(letters.join("")) > 100) letters.pop();
  return letters.join("");
}

/** Parts of processes of this machine that are gone. */
async function sweep(folder: string, place: string): Promise<void> {
  const begin = beginOf(place);
  for (const name of await readdir(folder)) {
    const [, pid] = name.startsWith(begin)
      ? (/^(\d+)-[0-9a-f]{12}\.part$/.exec(name.slice(begin.length)) ?? [])
      : [];
    if (pid !== undefined && !isRunning(Number(pid)))
      await rm(join(folder, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user may not be asked, but is there.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
