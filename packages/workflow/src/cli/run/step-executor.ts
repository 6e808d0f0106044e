import { join } from "node:path";
import type { Workflow } from "../../definition/graph.js";
import type { StepExecutor } from "../../local/executors/executor.js";
import { processPerStepExecutor } from "../../local/executors/process-per-step.js";
import { workerPoolExecutor } from "../../local/executors/worker-pool.js";
import type { RunOptions } from "../../local/run-workflow.js";
import { isS3Address } from "../../storage/s3-address.js";
import { takePrestartedWorkers } from "./prestarted-workers.js";

/**
 * Runs steps as the flags say.
 * @param script the program's main file
 */
export async function stepExecutor(
  { isolated, image }: { readonly isolated?: true; readonly image?: string },
  script: string,
): Promise<StepExecutor> {
  const local = isolated
    ? processPerStepExecutor({ script })
    : workerPoolExecutor({ script }, takePrestartedWorkers());
  if (image === undefined) return local;
  const { containerPerStepExecutor } = await import("../image/container-per-step.js");
  return containerPerStepExecutor(image, local);
}

/** The values of `--set`, with addresses in S3 replaced by the files fetched from them. Without any, no S3 code is loaded. */
export async function fetchedInputs(
  workflow: Workflow,
  set: Readonly<Record<string, string>>,
  runs: string,
  signal: AbortSignal,
): Promise<Pick<RunOptions, "set" | "sources">> {
  if (!Object.values(set).some(isS3Address)) return { set };
  const { fetchInputs } = await import("../store/fetch-inputs.js");
  return fetchInputs(workflow, set, join(runs, ".inputs"), signal);
}
