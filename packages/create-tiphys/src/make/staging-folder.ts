import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { UsageError } from "@tiphys/workflow";
import { stopNpm } from "../npm/npm.js";

/** Exit codes of signals. */
const exitCodes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/**
 * Runs some work with a temporary folder in which a project is made before it gets its name. The folder is removed if the
 * work fails, and on Ctrl-C and other signals. The work may rename it.
 * @param parent the folder for it; created if it does not exist, and then removed with it
 * @throws {UsageError} if nothing can be created there
 */
export async function withStagingFolder<Result>(
  parent: string,
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  const { created, folder } = makeFolder(parent);
  const remove = (): void => {
    stopNpm();
    // npm may still be writing.
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  };
  const removeAll = (): void => {
    remove();
    if (created !== undefined) rmSync(created, { recursive: true, force: true });
  };
  const stops = Object.entries(exitCodes).map(([signal, code]) => {
    const stop = (): never => {
      removeAll();
      process.exit(code);
    };
    process.on(signal, stop);
    return () => process.off(signal, stop);
  });
  try {
    const result = await work(folder);
    remove();
    return result;
  } catch (error) {
    removeAll();
    throw error;
  } finally {
    for (const off of stops) off();
  }
}

function makeFolder(parent: string): { readonly created: string | undefined; readonly folder: string } {
  try {
    return { created: mkdirSync(parent, { recursive: true }), folder: mkdtempSync(join(parent, ".tiphys-")) };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(
      `Nothing can be created in ${parent}: ${why}. Choose a folder that you may write to.`,
    );
  }
}
