import type { Workflow } from "../../definition/graph.js";
import { openStore } from "../../storage/open-store.js";
import { exitCode } from "../process/exit-code.js";
import { onInterrupt } from "../process/on-interrupt.js";
import { runsDirectory } from "../project/runs-directory.js";
import { datasetLocations, storedInputs } from "./dataset-location.js";
import { pullDatasetFile, pushDatasetFile } from "./transfer-file.js";
import { pullDatasetFolder, pushDatasetFolder } from "./transfer-folder.js";

export type Direction = "pull" | "push";

/**
 * Moves a workflow's input artifacts between this machine and a store, and reports each.
 * @param artifact name of one of them; default: all that have a path and key
 * @returns the exit code: 130 after Ctrl-C
 * @throws {UsageError} if there is no such artifact, or its store is not known
 */
export async function transferDatasets(
  direction: Direction,
  workflow: Workflow,
  artifact: string | undefined,
  flags: { readonly store?: string; readonly overwrite?: true; readonly runs?: string },
): Promise<number> {
  const inputs = storedInputs(workflow, artifact, flags.store);
  const places = datasetLocations(direction, inputs, runsDirectory(flags.runs));
  const { signal, release } = onInterrupt();
  let hasSentFolder = false;
  try {
    for (const place of places) {
      const store = await openStore(place.store, { notice: (message) => console.error(message) });
      try {
        const [pull, push] = place.isFolder
          ? [pullDatasetFolder, pushDatasetFolder]
          : [pullDatasetFile, pushDatasetFile];
        const work = direction === "pull" ? pull : push;
        hasSentFolder = place.isFolder && direction === "push";
        const options = { overwrite: flags.overwrite === true, signal };
        console.log(await work(store, place, options));
      } finally {
        store.close();
      }
    }
    return exitCode.succeeded;
  } catch (error) {
    if (!signal.aborted) throw error;
    console.error("Stopped. Nothing half-written is left.");
    if (hasSentFolder) console.error("Files that were sent are complete. Run the same command to continue.");
    return exitCode.interrupted;
  } finally {
    release();
  }
}
