import { type Manifest, manifestName } from "../../model/manifest.js";
import type { ManifestIndex } from "../../model/manifest-index.js";
import { defineRule } from "../../rule.js";

const firsts = new WeakMap<ManifestIndex, Map<string, Manifest>>();

export const sameName = defineRule({
  name: "same-name",
  severity: "error",
  refusedBy: "argo lint",
  summary:
    "No two manifests have the same kind, name and namespace: the cluster keeps only one. `argo lint` refuses two templates.",
  manifest(manifest, report) {
    const key = keyOf(manifest);
    if (key === undefined || firstsOf(manifest.world).get(key) === manifest) return;
    report({
      at: ["metadata", "name"],
      message: `Another ${manifestName(manifest)} precedes this one.`,
      fix: "Give one of them another name, or remove it.",
    });
  },
});

function firstsOf(world: ManifestIndex): Map<string, Manifest> {
  const known = firsts.get(world);
  if (known !== undefined) return known;
  const first = new Map<string, Manifest>();
  for (const manifest of world.manifests) {
    const key = keyOf(manifest);
    if (key !== undefined && !first.has(key)) first.set(key, manifest);
  }
  firsts.set(world, first);
  return first;
}

function keyOf({ kind, metadata: { name = "", namespace = "" } }: Manifest): string | undefined {
  return name === "" ? undefined : `${kind} ${kind === "ClusterWorkflowTemplate" ? "" : namespace} ${name}`;
}
