import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { argoLint } from "../../workflow/test/argo/argo-lint.js";
import { isObject } from "../src/model/json.js";
import { readDocument } from "../src/source/source-document.js";
import { splitDocuments } from "../src/source/split.js";
import { argoVerdicts } from "./differential/argo-verdicts.js";

/** Whether the real `argo lint --offline` accepts each manifest, as if it were alone. */
export async function acceptedByArgo(manifests: readonly string[]): Promise<boolean[]> {
  const refusals = await argoVerdicts(manifests);
  return manifests.map((manifest, i) => {
    if (refusals[i] !== undefined) return false;
    // With others it is passed over without a word; alone it is refused, as there is nothing to lint.
    return mayBePassedOver(manifest) ? acceptedAlone(manifest) : true;
  });
}

/** Whether `argo lint` may find no document of a kind that it lints, or none that it can read. */
function mayBePassedOver(manifest: string): boolean {
  const kinds = ["Workflow", "CronWorkflow", "WorkflowTemplate", "ClusterWorkflowTemplate"];
  return splitDocuments(manifest).some((chunk) => {
    const { value, problems } = readDocument(chunk);
    return problems.length > 0 || !isObject(value) || !kinds.some((kind) => kind === value.kind);
  });
}

function acceptedAlone(manifest: string): boolean {
  const folder = mkdtempSync(join(tmpdir(), "argo-lint-"));
  try {
    const file = join(folder, "manifest.yaml");
    writeFileSync(file, manifest);
    return argoLint([file]).ok;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
