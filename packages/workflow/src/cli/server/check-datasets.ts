import { UsageError, UserError } from "../../definition/errors.js";
import type { Workflow } from "../../definition/graph.js";
import type { Store } from "../../storage/store.js";
import type { DatasetLocation } from "../store/dataset-location.js";

/** How long a store is waited for, in milliseconds: whoever cannot reach it submits all the same. */
const patience = 5000;

/**
 * Looks whether a workflow's input artifacts lie where the cluster will look for them, so that a missing one is told before
 * anything runs. A store that is not known, or that cannot be reached or read from here, is passed over, unless it was
 * named.
 *
 * @param set what `--set` says; it may name other keys
 * @param named the address of the store, in place of those that the definitions name
 * @throws {UserError} where one is missing, with the nearest keys and how to put it there, and where an object lies in place
 * of a folder
 */
export async function checkDatasets(
  workflow: Workflow,
  set: Readonly<Record<string, string>>,
  named: string | undefined,
): Promise<void> {
  const { keyParameter } = await import("../../argo/index.js");
  const { datasetLocations } = await import("../store/dataset-location.js");
  for (const [name, port] of Object.entries(workflow.inputs)) {
    if (port.kind !== "artifact" || port.origin === undefined) continue;
    let places: DatasetLocation[];
    try {
      places = datasetLocations(workflow, name, named);
    } catch (error) {
      if (named === undefined && error instanceof UsageError) continue;
      throw error;
    }
    for (const place of places)
      await checkPlace({ ...place, key: set[keyParameter(name)] ?? place.key }, named);
  }
}

async function checkPlace(place: DatasetLocation, named: string | undefined): Promise<void> {
  const { openStore } = await import("../../storage/open-store.js");
  const store = await openStore(place.store);
  try {
    const fault = await (place.isFolder ? faultOfFolder : faultOfFile)(store, place);
    if (fault !== undefined) throw new UnfitDataset(`artifact "${place.name}": ${fault}`);
  } catch (error) {
    if (named !== undefined || error instanceof UnfitDataset) throw error;
  } finally {
    store.close();
  }
}

class UnfitDataset extends UserError {}

async function faultOfFile(store: Store, { name, key }: DatasetLocation): Promise<string | undefined> {
  const { keyNotFoundError } = await import("../../storage/key-not-found-error.js");
  if ((await store.head(key, { signal: AbortSignal.timeout(patience) })) !== undefined) return undefined;
  return withRemedy(await keyNotFoundError(store.address, key, (prefix) => store.list(prefix)), store, name);
}

async function faultOfFolder(
  store: Store,
  { name, key: written }: DatasetLocation,
): Promise<string | undefined> {
  const { hasRemoteFiles, folderNotFoundError, objectInPlaceOfFolder } = await import(
    "../../storage/folder-transfer/remote-files.js"
  );
  const options = { signal: AbortSignal.timeout(patience) };
  // As Argo reads it, also where --set names another key.
  const key = written.replace(/\/+$/, "");
  const object = await objectInPlaceOfFolder(store, key, options);
  if (object !== undefined) return object.message;
  if (await hasRemoteFiles(store, key, options)) return undefined;
  return withRemedy(await folderNotFoundError(store, key), store, name);
}

function withRemedy({ message }: UserError, { address }: Store, name: string): string {
  return `${message} Put it there with: npm run data -- push ${name} --store ${address}`;
}
