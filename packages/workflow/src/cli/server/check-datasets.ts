import { UsageError, UserError } from "../../definition/errors.js";
import type { Workflow } from "../../definition/workflow.js";
import type { Store } from "../../storage/store.js";
import type { DatasetPlace } from "../store/dataset-place.js";

/** How long a store is waited for, in milliseconds: whoever cannot reach it submits all the same. */
const patience = 5000;

/**
 * Looks whether a workflow's input artifacts lie where the cluster will look for them, so that a missing one is told before
 * anything runs. A store that is not known, or that cannot be reached or read from here, is passed over, unless it was
 * named.
 *
 * @param set what `--set` says; it may name other keys
 * @param named the address of the store, in place of those that the definitions name
 * @throws {UserError} where one is missing, with the nearest keys and how to put it there
 */
export async function checkDatasets(
  workflow: Workflow,
  set: Readonly<Record<string, string>>,
  named: string | undefined,
): Promise<void> {
  const { keyParameter } = await import("../../argo/index.js");
  const { datasetPlaces } = await import("../store/dataset-place.js");
  for (const [name, port] of Object.entries(workflow.inputs)) {
    if (port.kind !== "artifact" || port.origin === undefined) continue;
    let places: DatasetPlace[];
    try {
      places = datasetPlaces(workflow, name, named);
    } catch (error) {
      if (named === undefined && error instanceof UsageError) continue;
      throw error;
    }
    for (const place of places)
      await checkPlace({ ...place, key: set[keyParameter(name)] ?? place.key }, named);
  }
}

async function checkPlace(
  { name, key, isFolder, store: address }: DatasetPlace,
  named: string | undefined,
): Promise<void> {
  const { openStore } = await import("../../storage/open-store.js");
  const { missingKey } = await import("../../storage/missing-key.js");
  const { keyBelow } = await import("../../storage/object-key.js");
  const store = await openStore(address);
  try {
    const signal = AbortSignal.timeout(patience);
    const isThere = isFolder
      ? await hasFile(store, keyBelow(key, ""), signal)
      : (await store.head(key, { signal })) !== undefined;
    if (isThere) return;
    const wanted = isFolder ? keyBelow(key, "") : key;
    const { message } = await missingKey(store.address, wanted, (prefix) => store.list(prefix));
    throw new MissingDataset(
      `artifact "${name}": ${message} Put it there with: npm run data -- push ${name} --store ${store.address}`,
    );
  } catch (error) {
    if (named !== undefined || error instanceof MissingDataset) throw error;
  } finally {
    store.close();
  }
}

/** Whether a pod would find a file in the folder that a prefix names. */
async function hasFile(store: Store, prefix: string, signal: AbortSignal): Promise<boolean> {
  for await (const { key } of store.list(prefix, { signal })) if (!key.endsWith("/")) return true;
  return false;
}

class MissingDataset extends UserError {}
