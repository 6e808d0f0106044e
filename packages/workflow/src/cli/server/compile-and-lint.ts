import type { ArgoManifest, ManifestKind } from "../../argo/index.js";
import type { Workflow } from "../../definition/graph.js";
import { type ManifestFlags, manifestOptions } from "../options/manifest-flags.js";
import { withManifestParameters } from "../parameters/with-file-parameters.js";

/**
 * Compiles a workflow's manifest for the server and lints it.
 * @throws {UserError} with the linter's findings, if Argo would refuse the manifest
 */
export async function compileAndLint(
  workflow: Workflow,
  kind: ManifestKind,
  flags: ManifestFlags,
): Promise<ArgoManifest> {
  const { compileManifests, toYaml } = await import("../../argo/index.js");
  const { assertLintClean } = await import("../lint/assert-lint-clean.js");
  const [manifest] = compileManifests(
    workflow,
    manifestOptions(kind, await withManifestParameters(workflow, flags)),
  );
  if (manifest === undefined) throw new Error("The compiler made no manifest.");
  await assertLintClean(`${workflow.name} (${kind})`, [manifest], toYaml([manifest]), "so it is not sent.");
  return manifest;
}
