import { UsageError } from "../definition/errors.js";
import { joinKey } from "./object-key.js";
import { formatS3Address, isS3Address, parseS3Address } from "./s3-address.js";
import type { OpenOptions, Store } from "./store.js";

/**
 * Opens a store. The S3 store's code is loaded only when needed; no request is sent yet.
 * @param address `s3://bucket/prefix?endpoint=…`, or a folder's path. Keys are relative to it.
 * @throws {UsageError} if the address is not valid
 */
export async function openStore(address: string, options: OpenOptions = {}): Promise<Store> {
  if (!isS3Address(address)) {
    const { folderStore } = await import("./folder-store.js");
    return folderStore(address);
  }
  const parsed = parseS3Address(address);
  const { s3Store } = await import("./s3/s3-store.js");
  return s3Store(parsed, options);
}

/**
 * Opens the bucket of an object.
 * @param address `s3://bucket/key?endpoint=…`
 * @returns the bucket's store, the object's key in it, and the address without secrets, as records store it
 * @throws {UsageError} if the address is not valid or has no key
 */
export async function openObject(
  address: string,
  options: OpenOptions = {},
): Promise<{ readonly store: Store; readonly key: string; readonly displayName: string }> {
  const parsed = parseS3Address(address);
  if (parsed.key === "") {
    throw new UsageError(`s3://${parsed.bucket} names a bucket but no key in it. Expected s3://BUCKET/KEY.`);
  }
  const store = await openStore(formatS3Address({ ...parsed, key: "" }), options);
  return { store, key: parsed.key, displayName: addressBelow(store, parsed.key) };
}

/** The address of a key, or of a prefix, in a store. */
export function addressBelow(store: Store, name: string): string {
  if (!isS3Address(store.address)) return `${store.address}/${name}`;
  const parsed = parseS3Address(store.address);
  return formatS3Address({ ...parsed, key: joinKey(parsed.key, name) });
}
