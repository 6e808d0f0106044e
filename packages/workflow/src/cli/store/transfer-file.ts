import { UserError } from "../../definition/errors.js";
import { sizeAndDigest } from "../../files/digest.js";
import { moveIfAbsent } from "../../files/move-atomically.js";
import { withTempSibling } from "../../files/write-atomically.js";
import { type ContentComparison, compareContent } from "../../storage/compare-content.js";
import { explainFileErrorAt } from "../../storage/file-error.js";
import { addressBelow } from "../../storage/open-store.js";
import { statLocal } from "../../storage/stat-local.js";
import type { Store } from "../../storage/store.js";
import { shortPath } from "../project-root.js";
import type { DatasetLocation } from "./dataset-location.js";
import { contentText, withProgress } from "./with-progress.js";

export interface TransferFlags {
  /** Replaces what is there and differs. */
  readonly overwrite: boolean;
  readonly signal: AbortSignal;
}

/**
 * Fetches an input artifact's file.
 * @returns what was done, in words
 * @throws {UserError} where another file is here, and may not be replaced
 */
export async function pullDatasetFile(
  store: Store,
  { key, path }: DatasetLocation,
  { overwrite, signal }: TransferFlags,
): Promise<string> {
  const [from, to] = [addressBelow(store, key), shortPath(path)];
  const fetch = (file: string): ReturnType<Store["get"]> =>
    withProgress(`pulling ${from}`, (onProgress) => store.get(key, file, { signal, onProgress }));
  const here = await statLocal(path, to);
  if (here?.isDirectory() === true)
    throw new UserError(`${to} is a folder, where a file was expected. Move it away.`);
  // Where there is none, fetching says which keys there are.
  const object = here === undefined ? undefined : await store.head(key, { signal });
  const state =
    here === undefined || object === undefined
      ? "unknown"
      : await compareContent(store, object, path, { bytes: here.size, signal });
  if (state === "same") return `${to} is what lies in ${from}.`;
  if (state === "differs" && !overwrite) throw differs(to, from);
  if (overwrite) return `${from} → ${to} (${contentText(await fetch(path))})`;
  return withTempSibling(
    path,
    async (part) => {
      const got = await fetch(part);
      if (here === undefined) {
        if (await moveIfAbsent(part, path)) return `${from} → ${to} (${contentText(got)})`;
        throw new UserError(`${to} appeared while it was fetched, and was left as it is. Try again.`);
      }
      // Who put it noted no digest: what it is shows only when it is here.
      const kept = await sizeAndDigest(path, signal);
      if (got.sha256 !== kept.sha256) throw differs(to, from);
      return `${to} is what lies in ${from}.`;
    },
    explainFileErrorAt(path),
  );
}

/**
 * Sends an input artifact's file.
 * @returns what was done, in words
 * @throws {UserError} where there is no file, or another one is there and may not be replaced
 */
export async function pushDatasetFile(
  store: Store,
  { key, path, name }: DatasetLocation,
  { overwrite, signal }: TransferFlags,
): Promise<string> {
  const [from, to] = [shortPath(path), addressBelow(store, key)];
  const here = await statLocal(path, from);
  if (here === undefined) throw new UserError(`artifact "${name}": there is no file ${path} to push.`);
  if (!here.isFile()) throw new UserError(`artifact "${name}": ${path} is no file.`);
  const there = await store.head(key, { signal });
  const state =
    there === undefined ? undefined : await compareContent(store, there, path, { bytes: here.size, signal });
  if (state === "same") return `${to} is what lies in ${from}.`;
  if (state !== undefined && !overwrite) throw differs(to, from, state);
  const put = await withProgress(`pushing ${from}`, (onProgress) =>
    store.put(key, path, { signal, onProgress, ifAbsent: !overwrite }),
  );
  if (put === undefined) throw differs(to, from);
  return `${from} → ${to} (${contentText(put)})`;
}

function differs(what: string, from: string, state?: ContentComparison): UserError {
  const reason = state === "unknown" ? ": no digest of it is noted there" : "";
  return new UserError(
    `${what} is there, and may differ from ${from}${reason}. Replace it with --overwrite.`,
  );
}
