import { UsageError, UserError } from "../../../definition/errors.js";
import type { Workflow } from "../../../definition/graph.js";
import type { Store } from "../../../storage/store.js";
import type { StoredInput } from "../../store/dataset-location.js";

/** How long to wait for a store, in milliseconds. If it cannot be reached from here, the workflow is submitted anyway. */
const storeTimeout = 5000;

/**
 * Checks that a workflow's input artifacts are stored where the cluster will look for them, so that a missing one is reported
 * before anything runs. A store that is not known, or that cannot be reached or read from here, is skipped unless it is named.
 *
 * @param set values of `--set`, which may name other keys
 * @param named address of the store, in place of those in the definitions
 * @throws {UserError} if one is missing, with the nearest keys and how to upload it, or if there is an object in place of a
 * folder
 */
export async function checkDatasets(
  workflow: Workflow,
  set: Readonly<Record<string, string>>,
  named: string | undefined,
): Promise<void> {
  const { keyParameter } = await import("../../../argo/index.js");
  const { storedInputs } = await import("../../store/dataset-location.js");
  for (const [name, port] of Object.entries(workflow.inputs)) {
    if (port.kind !== "artifact" || port.origin === undefined) continue;
    let places: StoredInput[];
    try {
      places = storedInputs(workflow, name, named);
    } catch (error) {
      if (named === undefined && error instanceof UsageError) continue;
      throw error;
    }
    for (const place of places)
      await checkLocation(
        { ...place, key: set[keyParameter(name)] ?? place.key, workflow: workflow.name },
        named,
      );
  }
}

/** An input of a workflow, by its name. */
type WorkflowInput = StoredInput & { readonly workflow: string };

async function checkLocation(place: WorkflowInput, named: string | undefined): Promise<void> {
  const { openStore } = await import("../../../storage/open-store.js");
  const store = await openStore(place.store);
  try {
    const problem = await (place.isFolder ? problemOfFolder : problemOfFile)(store, place);
    if (problem !== undefined) throw new InvalidDataset(`artifact "${place.name}": ${problem}`);
  } catch (error) {
    if (named !== undefined || error instanceof InvalidDataset) throw error;
  } finally {
    store.close();
  }
}

class InvalidDataset extends UserError {}

async function problemOfFile(store: Store, input: WorkflowInput): Promise<string | undefined> {
  const { key } = input;
  const { keyNotFoundError } = await import("../../../storage/key-not-found-error.js");
  if ((await store.head(key, { signal: AbortSignal.timeout(storeTimeout) })) !== undefined) return undefined;
  return withFix(await keyNotFoundError(store.address, key, (prefix) => store.list(prefix)), store, input);
}

async function problemOfFolder(store: Store, input: WorkflowInput): Promise<string | undefined> {
  const { hasRemoteFiles, folderNotFoundError, objectInPlaceOfFolder } = await import(
    "../../../storage/folder-transfer/remote-files.js"
  );
  const options = { signal: AbortSignal.timeout(storeTimeout) };
  // As Argo reads a key, including one from --set.
  const key = input.key.replace(/\/+$/, "");
  const object = await objectInPlaceOfFolder(store, key, options);
  if (object !== undefined) return object.message;
  if (await hasRemoteFiles(store, key, options)) return undefined;
  return withFix(await folderNotFoundError(store, key), store, input);
}

function withFix({ message }: UserError, { address }: Store, { name, workflow }: WorkflowInput): string {
  return `${message} Upload it with: npm run data -- push ${name} --workflow ${workflow} --store ${address}`;
}
