import { pluralize } from "@tiphys/argo-lint/text";
import { type FolderTransfer, someOf } from "../../storage/folder-transfer/folder-transfer.js";
import { pullFolder } from "../../storage/folder-transfer/pull-folder.js";
import { pushFolder } from "../../storage/folder-transfer/push-folder.js";
import { addressBelow } from "../../storage/open-store.js";
import type { Store } from "../../storage/store.js";
import { withProgress } from "../progress/show-transfer.js";
import { bytesText } from "../progress/transfer-line.js";
import { shortPath } from "../project/project-root.js";
import type { DatasetLocation } from "./dataset-location.js";
import type { TransferFlags } from "./transfer-file.js";

/**
 * Fetches an input artifact's folder.
 * @returns a message about what was done
 */
export async function pullDatasetFolder(
  store: Store,
  { key, path }: DatasetLocation,
  options: TransferFlags,
): Promise<string> {
  const [from, shown] = [addressBelow(store, key), shortPath(path)];
  const moved = await withProgress(`pulling ${from}`, (onProgress) =>
    pullFolder(store, key, path, { ...options, displayName: shown, onProgress }),
  );
  return described(moved, from, shown);
}

/**
 * Sends an input artifact's folder.
 * @returns a message about what was done
 */
export async function pushDatasetFolder(
  store: Store,
  { key, path }: DatasetLocation,
  options: TransferFlags,
): Promise<string> {
  const [shown, to] = [shortPath(path), addressBelow(store, key)];
  const moved = await withProgress(`pushing ${shown}`, (onProgress) =>
    pushFolder(store, key, path, { ...options, displayName: shown, onProgress }),
  );
  return described(moved, shown, to);
}

function described({ files, moved, bytes, extra }: FolderTransfer, from: string, to: string): string {
  const same = files - moved;
  const kept = same === 0 ? "" : `, ${pluralize(same, "file")} the same`;
  const done =
    moved === 0
      ? `${to} has the ${pluralize(files, "file")} of ${from}.`
      : `${from} → ${to} (${pluralize(moved, "file")}, ${bytesText(bytes)}${kept})`;
  return extra.length === 0
    ? done
    : `${done}\n${to} has ${pluralize(extra.length, "file")} more, left as ${extra.length === 1 ? "it is" : "they are"}: ${someOf(extra)}`;
}
