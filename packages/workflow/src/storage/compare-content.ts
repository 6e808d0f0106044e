import { omitUndefined } from "../definition/omit-undefined.js";
import { sha256AndMd5 } from "../files/digest.js";
import type { Store, StoredObject } from "./store.js";

/** Whether a file equals a stored object; `unknown` when only the bytes could show it. */
export type ContentComparison = "same" | "differs" | "unknown";

/**
 * Compares a file with an object without fetching it: by size, by the MD5 that S3 returns as the ETag of an object uploaded
 * in one request, and by the SHA-256 in the object's metadata.
 * @param object from {@link Store.list} or {@link Store.head}
 * @param bytes the file's size
 */
export async function compareContent(
  store: Store,
  object: StoredObject,
  file: string,
  { bytes, signal }: { readonly bytes: number; readonly signal?: AbortSignal },
): Promise<ContentComparison> {
  if (object.bytes !== bytes) return "differs";
  const local = await sha256AndMd5(file, signal);
  if (local.md5 === object.version.replaceAll('"', "")) return "same";
  const stored =
    object.sha256 ?? (await store.head(object.key, { digest: true, ...omitUndefined({ signal }) }))?.sha256;
  // A different ETag proves nothing: with encryption or multipart upload it is not the MD5.
  if (stored === undefined) return "unknown";
  return stored === local.sha256 ? "same" : "differs";
}
