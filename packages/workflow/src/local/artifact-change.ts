import { statSync } from "node:fs";
import { digest } from "../files/digest.js";
import type { ArtifactFile } from "./task-value.js";

/** How an artifact has changed since it was recorded, as the end of a sentence; undefined if it has the same bytes. */
export async function artifactChange(artifact: ArtifactFile): Promise<string | undefined> {
  if (statSync(artifact.path, { throwIfNoEntry: false }) === undefined) return "is gone.";
  const { sha256 } = await digest(artifact.path);
  if (sha256 === artifact.sha256) return undefined;
  return (
    `was changed after it was written: found SHA-256 ${sha256.slice(0, 12)}…, ` +
    `expected ${artifact.sha256.slice(0, 12)}….`
  );
}
