import { UsageError, UserError } from "../../definition/errors.js";
import type { Workflow } from "../../definition/workflow.js";
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
  { name, key, store: address }: DatasetPlace,
  named: string | undefined,
): Promise<void> {
  const { openStore } = await import("../../storage/open-store.js");
  const { missingKey } = await import("../../storage/missing-key.js");
  const store = await openStore(address);
  try {
    const found = await store.head(key, { signal: AbortSignal.timeout(patience) });
    if (found !== undefined) return;
    const { message } = await missingKey(store.address, key, (prefix) => store.list(prefix));
    throw new MissingDataset(
      `artifact "${name}": ${message} Put it there with: npm run data -- push ${name} --store ${store.address}`,
    );
  } catch (error) {
    if (named !== undefined || error instanceof MissingDataset) throw error;
  } finally {
    store.close();
  }
}

class MissingDataset extends UserError {}
