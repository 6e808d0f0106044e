import type { RunListener } from "../../local/run-listener.js";
import { type RunUpload, uploadRun } from "../../local/upload-run.js";
import { addressBelow, openStore } from "../../storage/open-store.js";
import { storeAddress } from "./dataset-location.js";

/**
 * Stores a run while it runs.
 * @param address of the store, as typed
 * @param listener that receives the events of the run as well
 * @throws {UsageError} for an invalid address
 */
export async function uploadRunTo(
  address: string,
  listener: RunListener,
): Promise<RunUpload & { close(): void }> {
  const store = await openStore(storeAddress(address), { notice: (message) => console.error(message) });
  return {
    ...uploadRun(store, (prefix) => addressBelow(store, prefix), listener),
    close: () => store.close(),
  };
}
