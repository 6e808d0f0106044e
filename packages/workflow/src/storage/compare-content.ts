import { sha256AndMd5 } from "../files/digest.js";
import type { Store, StoredObject } from "./store.js";

/** Whether a file is what lies under a key; `unknown` where only its bytes could tell. */
export type ContentComparison = "same" | "differs" | "unknown";

/**
 * Compares a file with an object without fetching it: by size, by the SHA-256 that was noted beside it, and by the MD5 that S3
 * gives as the version of an object that was put in one piece.
 * @param object as a list or {@link Store.head} gave it
 */
export async function compareContent(
  store: Store,
  object: StoredObject,
  file: string,
  { bytes, signal }: { readonly bytes: number; readonly signal?: AbortSignal },
): Promise<ContentComparison> {
  if (object.bytes !== bytes) return "differs";
  const here = await sha256AndMd5(file, signal);
  if (here.md5 === object.version.replaceAll('"', "")) return "same";
  const noted =
    object.sha256 ??
    (await store.head(object.key, { digest: true, ...(signal === undefined ? {} : { signal }) }))?.sha256;
  // Another version that is no MD5 of it proves nothing: encryption and parts change it.
  if (noted === undefined) return "unknown";
  return noted === here.sha256 ? "same" : "differs";
}
