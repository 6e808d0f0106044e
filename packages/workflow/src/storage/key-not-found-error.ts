import { nearest } from "@tiphys/argo-lint/text";
import { UserError } from "../definition/errors.js";
import type { StoredObject } from "./store.js";

/** How many keys are searched for a similar one. */
const maxSearched = 1000;
/** How many keys the message lists when none is similar. */
const maxListed = 3;

/**
 * The error for a missing key; it suggests the most similar existing key.
 * @param key ends with a slash if a folder is missing
 * @param list lists the store's objects by prefix
 */
export async function keyNotFoundError(
  address: string,
  key: string,
  list: (prefix: string) => AsyncIterable<StoredObject>,
): Promise<UserError> {
  const folder = key.slice(0, key.lastIndexOf("/", key.length - 2) + 1);
  const siblings = await keysOf(list(folder));
  const keys = siblings.length > 0 || folder === "" ? siblings : await keysOf(list(""));
  const near = nearest(key, key.endsWith("/") ? [...foldersOf(keys), ...keys] : keys);
  const known = keys
    .slice(0, maxListed)
    .map((each) => `"${each}"`)
    .join(", ");
  const hint =
    keys.length === 0
      ? "It has no objects."
      : near === undefined
        ? `Available: ${known}${keys.length > maxListed ? ", …" : ""}.`
        : `Did you mean "${near}"?`;
  return new UserError(`${address} has no key "${key}". ${hint}`);
}

/** The folders above the keys, each with its slash at the end. */
function foldersOf(keys: readonly string[]): Set<string> {
  return new Set(keys.flatMap((key) => [...key.matchAll(/\//g)].map(({ index }) => key.slice(0, index + 1))));
}

async function keysOf(objects: AsyncIterable<StoredObject>): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of objects) if (keys.push(key) === maxSearched) break;
  return keys;
}
