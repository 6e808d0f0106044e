import { UserError } from "../../definition/errors.js";
import { sizeAndDigest } from "../../files/digest.js";
import { moveIfAbsent } from "../../files/move-atomically.js";
import { withTempSibling } from "../../files/write-atomically.js";
import { type ContentComparison, compareContent } from "../../storage/compare-content.js";
import { explainFileErrorAt } from "../../storage/file-error.js";
import { addressBelow } from "../../storage/open-store.js";
import { statLocal } from "../../storage/stat-local.js";
import type { Store } from "../../storage/store.js";
import { withProgress } from "../progress/show-transfer.js";
import { bytesText } from "../progress/transfer-line.js";
import { shortPath } from "../project/project-root.js";
import type { DatasetLocation } from "./dataset-location.js";

export interface TransferFlags {
  /** Replace existing files that differ. */
  readonly overwrite: boolean;
  readonly signal: AbortSignal;
}

/**
 * Fetches an input artifact's file.
 * @returns a message about what was done
 * @throws {UserError} if another file exists here and may not be replaced
 */
export async function pullDatasetFile(
  store: Store,
  { key, path }: DatasetLocation,
  { overwrite, signal }: TransferFlags,
): Promise<string> {
  const [from, to] = [addressBelow(store, key), shortPath(path)];
  const fetch = (file: string): ReturnType<Store["get"]> =>
    withProgress(`pulling ${from}`, (onProgress) => store.get(key, file, { signal, onProgress }));
  const local = await statLocal(path, to);
  if (local?.isDirectory() === true)
    throw new UserError(`${to} is a folder, where a file was expected. Move it away.`);
  // If the key does not exist, fetching throws an error with similar keys.
  const object = local === undefined ? undefined : await store.head(key, { signal });
  const state =
    local === undefined || object === undefined
      ? "unknown"
      : await compareContent(store, object, path, { bytes: local.size, signal });
  if (state === "same") return `${to} is the same as ${from}.`;
  if (state === "differs" && !overwrite) throw differs(to, from);
  if (overwrite) return `${from} → ${to} (${contentText(await fetch(path))})`;
  return withTempSibling(
    path,
    async (part) => {
      const got = await fetch(part);
      if (local === undefined) {
        if (await moveIfAbsent(part, path)) return `${from} → ${to} (${contentText(got)})`;
        throw new UserError(`${to} appeared while it was fetched, and was left as it is. Try again.`);
      }
      // The object was stored without a digest, so it can be compared only after it is fetched.
      const current = await sizeAndDigest(path, signal);
      if (got.sha256 !== current.sha256) throw differs(to, from);
      return `${to} is the same as ${from}.`;
    },
    explainFileErrorAt(path),
  );
}

/**
 * Sends an input artifact's file.
 * @returns a message about what was done
 * @throws {UserError} if there is no file, or another object exists there and may not be replaced
 */
export async function pushDatasetFile(
  store: Store,
  { key, path, name }: DatasetLocation,
  { overwrite, signal }: TransferFlags,
): Promise<string> {
  const [from, to] = [shortPath(path), addressBelow(store, key)];
  const local = await statLocal(path, from);
  if (local === undefined) throw new UserError(`artifact "${name}": there is no file ${path} to push.`);
  if (!local.isFile()) throw new UserError(`artifact "${name}": ${path} is not a file.`);
  const there = await store.head(key, { signal });
  const state =
    there === undefined ? undefined : await compareContent(store, there, path, { bytes: local.size, signal });
  if (state === "same") return `${to} is the same as ${from}.`;
  if (state !== undefined && !overwrite) throw differs(to, from, state);
  const put = await withProgress(`pushing ${from}`, (onProgress) =>
    store.put(key, path, { signal, onProgress, ifAbsent: !overwrite }),
  );
  if (put === undefined) throw differs(to, from);
  return `${from} → ${to} (${contentText(put)})`;
}

function differs(what: string, from: string, state?: ContentComparison): UserError {
  const reason = state === "unknown" ? ": no digest is stored with it" : "";
  return new UserError(`${what} exists and may differ from ${from}${reason}. Replace it with --overwrite.`);
}

/** Size and digest for people: `8 B, SHA-256 7c1f0a9e2b34…`. */
function contentText({ bytes, sha256 }: { readonly bytes: number; readonly sha256: string }): string {
  return `${bytesText(bytes)}, SHA-256 ${sha256.slice(0, 12)}…`;
}
