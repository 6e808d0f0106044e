import { outputDigestsVariable, outputsFolder } from "../../definition/pod-paths.js";
import type { PodCall } from "./pod-call.js";

/**
 * Adds the digests of its artifacts to the outputs of a step that has succeeded, if the manifest asks for them. What hashes is
 * loaded only then.
 */
export async function addOutputDigests({ flags }: PodCall): Promise<void> {
  if (process.env[outputDigestsVariable] === undefined || process.exitCode !== 0) return;
  const { writeOutputDigests } = await import("../../execution/write-output-digests.js");
  await writeOutputDigests(flags.outputs ?? outputsFolder);
}
