import type { ArgoManifest, ManifestKind } from "../../argo/index.js";
import type { Workflow } from "../../definition/graph.js";
import { type ManifestFlags, manifestOptions } from "../commands/manifest-flags.js";

/**
 * The manifest of a workflow for the server.
 * @throws {UserError} telling what the linter found, where Argo would refuse it
 */
export async function compileAndLint(
  workflow: Workflow,
  kind: ManifestKind,
  flags: ManifestFlags,
): Promise<ArgoManifest> {
  const { compileManifests, toYaml } = await import("../../argo/index.js");
  const { assertLintClean } = await import("../lint/assert-lint-clean.js");
  const [manifest] = compileManifests(workflow, manifestOptions(kind, flags));
  if (manifest === undefined) throw new Error("The compiler made no manifest.");
  await assertLintClean(`${workflow.name} (${kind})`, [manifest], toYaml([manifest]), "so it is not sent.");
  return manifest;
}
