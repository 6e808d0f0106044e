import { nearest } from "../definition/did-you-mean.js";
import { UserError } from "../definition/errors.js";
import type { StoredObject } from "./store.js";

/** How many keys are looked at for one that may have been meant. */
const looked = 1000;
/** How many keys are named where none is near. */
const named = 3;

/** Says that there is no such key, or no key below one that ends with a slash, and which near one there is. */
export async function keyNotFoundError(
  address: string,
  key: string,
  list: (prefix: string) => AsyncIterable<StoredObject>,
): Promise<UserError> {
  const folder = key.slice(0, key.lastIndexOf("/", key.length - 2) + 1);
  const beside = await keysOf(list(folder));
  const keys = beside.length > 0 || folder === "" ? beside : await keysOf(list(""));
  const near = nearest(key, key.endsWith("/") ? [...foldersOf(keys), ...keys] : keys);
  const known = keys
    .slice(0, named)
    .map((each) => `"${each}"`)
    .join(", ");
  const hint =
    keys.length === 0
      ? "There is no object at all."
      : near === undefined
        ? `There is ${known}${keys.length > named ? ", …" : ""}.`
        : `Did you mean "${near}"?`;
  return new UserError(`${address} has no key "${key}". ${hint}`);
}

/** Every beginning of a key that ends with a slash. */
function foldersOf(keys: readonly string[]): Set<string> {
  return new Set(keys.flatMap((key) => [...key.matchAll(/\//g)].map(({ index }) => key.slice(0, index + 1))));
}

async function keysOf(objects: AsyncIterable<StoredObject>): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of objects) if (keys.push(key) === looked) break;
  return keys;
}
