import { randomBytes } from "node:crypto";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";
import { errorCode } from "./error-code.js";
import { explainFileError } from "./file-error.js";

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

/**
 * Gives the name of a part beside a place, and takes away in the end what is there then.
 * @param explain what is thrown in place of an error
 */
export async function besides<T>(
  place: string,
  work: (part: string) => Promise<T>,
  explain = (error: unknown): unknown => explainFileError(error, place) ?? error,
): Promise<T> {
  const folder = dirname(place);
  const part = join(folder, `${beginOf(place)}${process.pid}-${randomBytes(6).toString("hex")}.part`);
  try {
    await mkdir(folder, { recursive: true });
    await sweep(folder);
    try {
      return await work(part);
    } finally {
      await rm(part, { recursive: true, force: true });
    }
  } catch (error) {
    throw explain(error);
  }
}

/** The name of a part, with the host and the number of the process that writes it. */
const partName = /^\..+\.([\w-]*)-(\d+)-[0-9a-f]{12}\.part$/;

/** Whether a name is that of a part: no file of anybody's, even where a process that was killed has left it. */
export function isPart(name: string): boolean {
  return partName.test(name);
}

/** A file's name has at most 255 bytes. The host is in it: on a shared disk, processes of others have the same numbers. */
function beginOf(place: string): string {
  return `.${cut(basename(place))}.${host()}-`;
}

function host(): string {
  return hostname()
    .replaceAll(/[^\w-]/g, "")
    .slice(0, 40);
}

/** At most 100 bytes, and no half letter. */
function cut(name: string): string {
  const letters = [...name];
  while (Buffer.byteLength(letters.join("")) > 100) letters.pop();
  return letters.join("");
}

const swept = new Set<string>();

/**
 * Takes away parts of processes of this machine that are gone; each folder is looked at once, as it may be large. What cannot
 * be taken away, such as another user's part, is left: it is in nobody's way.
 */
async function sweep(folder: string): Promise<void> {
  if (swept.has(folder)) return;
  swept.add(folder);
  for (const name of await readdir(folder).catch(() => [])) {
    const [, writer, pid] = partName.exec(name) ?? [];
    if (writer === host() && !isRunning(Number(pid))) {
      await rm(join(folder, name), { recursive: true, force: true }).catch(() => {});
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user may not be asked, but is there.
    return errorCode(error) === "EPERM";
  }
}
