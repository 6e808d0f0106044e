import { addressBelow } from "../../storage/open-store.js";
import type { Store } from "../../storage/store.js";
import { pullTree } from "../../storage/tree/pull-tree.js";
import { pushTree } from "../../storage/tree/push-tree.js";
import { filesText, someOf } from "../../storage/tree/tree-file.js";
import type { MovedTree } from "../../storage/tree/tree-options.js";
import { bytesText } from "../progress/transfer-line.js";
import { shortPath } from "../project-root.js";
import type { DatasetPlace } from "./dataset-place.js";
import type { MoveOptions } from "./move-file.js";
import { moving } from "./moving.js";

/**
 * Fetches an input artifact's folder.
 * @returns what was done, in words
 */
export async function pullFolder(
  store: Store,
  { key, path }: DatasetPlace,
  options: MoveOptions,
): Promise<string> {
  const [from, shown] = [addressBelow(store, key), shortPath(path)];
  const moved = await moving(`pulling ${from}`, (onProgress) =>
    pullTree(store, key, path, { ...options, shown, onProgress }),
  );
  return described(moved, from, shown);
}

/**
 * Sends an input artifact's folder.
 * @returns what was done, in words
 */
export async function pushFolder(
  store: Store,
  { key, path }: DatasetPlace,
  options: MoveOptions,
): Promise<string> {
  const [shown, to] = [shortPath(path), addressBelow(store, key)];
  const moved = await moving(`pushing ${shown}`, (onProgress) =>
    pushTree(store, key, path, { ...options, shown, onProgress }),
  );
  return described(moved, shown, to);
}

function described({ files, moved, bytes, extra }: MovedTree, from: string, to: string): string {
  const same = files - moved;
  const kept = same === 0 ? "" : `, ${filesText(same)} the same`;
  const done =
    moved === 0
      ? `${to} has the ${filesText(files)} of ${from}.`
      : `${from} → ${to} (${filesText(moved)}, ${bytesText(bytes)}${kept})`;
  return extra.length === 0
    ? done
    : `${done}\n${to} has ${filesText(extra.length)} more, left as ${extra.length === 1 ? "it is" : "they are"}: ${someOf(extra)}`;
}
