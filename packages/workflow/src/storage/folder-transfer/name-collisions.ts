import { lstat, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { UserError } from "../../definition/errors.js";
import { localPath } from "./local-path.js";

/**
 * Finds pairs of names, of files and of the folders above them, that may be equal on a disk that ignores case or the Unicode
 * normalization form.
 * @param names of files, with slashes
 */
export function findNameCollisions(names: readonly string[]): (readonly [string, string])[] {
  const firsts = new Map<string, string>();
  const pairs = new Map<string, readonly [string, string]>();
  for (const name of new Set(names.flatMap(withFoldersAbove))) {
    const folded = fold(name);
    const first = firsts.get(folded);
    if (first === undefined) firsts.set(folded, name);
    else pairs.set(name, [first, name]);
  }
  return [...pairs.values()];
}

function withFoldersAbove(name: string): string[] {
  return [...[...name.matchAll(/\//g)].map(({ index }) => name.slice(0, index)), name];
}

/** Treats more names as equal than any disk does; which of them collide is then tested on the disk itself. */
function fold(name: string): string {
  return name.normalize("NFKD").toUpperCase().toLowerCase();
}

/**
 * Rejects names of which two are equal on a disk: one file would replace the other.
 * @param probe a folder on that disk that does not exist yet; the caller removes it
 * @param owner of the files, for the error
 * @throws {UserError} naming both names
 */
export async function checkNameCollisions(
  probe: string,
  names: readonly string[],
  owner = "the stored folder",
): Promise<void> {
  for (const [index, [first, second]] of findNameCollisions(names).entries()) {
    const folder = join(probe, String(index));
    await mkdir(localPath(folder, first), { recursive: true });
    if ((await lstat(localPath(folder, second)).catch(() => undefined)) === undefined) continue;
    throw new UserError(
      `On this disk, "${first}" and "${second}" of ${owner} are the same name. Copy one of them under a key that differs by more than the case of letters.`,
    );
  }
}
