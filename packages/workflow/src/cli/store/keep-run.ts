import type { RunListener } from "../../local/run-events.js";
import { type StoredRun, storeRun } from "../../local/store-run.js";
import { addressBelow, openStore } from "../../storage/open-store.js";
import { storeAddress } from "./dataset-place.js";

/**
 * Keeps a run in a store, too.
 * @param address of the store, as it was typed
 * @param listener that is told of the run as well
 * @throws {UsageError} where the address is wrong
 */
export async function keepRun(
  address: string,
  listener: RunListener,
): Promise<StoredRun & { close(): void }> {
  const store = await openStore(storeAddress(address), { notice: (message) => console.error(message) });
  return {
    ...storeRun(store, (prefix) => addressBelow(store, prefix), listener),
    close: () => store.close(),
  };
}
