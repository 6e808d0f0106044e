import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { argoLint } from "../../workflow/test/argo/argo-lint.js";

/** Whether the real `argo lint --offline` accepts a manifest. */
export function acceptedByArgo(manifest: string | Uint8Array): boolean {
  const folder = mkdtempSync(join(tmpdir(), "argo-lint-"));
  try {
    const file = join(folder, "manifest.yaml");
    writeFileSync(file, manifest);
    return argoLint([file]).ok;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
