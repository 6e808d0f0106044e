import { lstat, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { UserError } from "../../definition/errors.js";
import { localPath } from "./local-path.js";

/**
 * Pairs of names, of files and of the folders above them, that are one on a disk that takes upper and lower case, or forms of
 * a letter, for the same.
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

/** Takes more for the same than any disk does: which names meet, the disk itself is asked. */
function fold(name: string): string {
  return name.normalize("NFKD").toUpperCase().toLowerCase();
}

/**
 * Refuses names of which a disk takes two for the same: one file would replace the other.
 * @param probe a folder on it that is not there yet, and is taken away by whoever asks
 * @param owner of the files, for the error
 * @throws {UserError} naming both
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
      `This disk takes "${first}" and "${second}" of ${owner} for the same name. Copy one of them under a key that differs by more than the case of letters.`,
    );
  }
}
