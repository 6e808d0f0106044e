import { manifestDisplayName } from "../../model/display-name.js";
import type { Manifest, TemplateLookup } from "../../model/manifest.js";
import { defineRule } from "../../rule.js";

const firsts = new WeakMap<TemplateLookup, Map<string, Manifest>>();

export const sameName = defineRule({
  name: "same-name",
  severity: "error",
  refusedBy: "argo lint",
  summary:
    "No two manifests have the same kind, name and namespace: the cluster keeps only one. `argo lint` refuses two templates.",
  manifest(manifest, report) {
    const key = keyOf(manifest);
    if (key === undefined || firstsOf(manifest.lookup).get(key) === manifest) return;
    report({
      at: ["metadata", "name"],
      message: `Another ${manifestDisplayName(manifest)} precedes this one.`,
      fix: "Give one of them another name, or remove it.",
    });
  },
});

function firstsOf(lookup: TemplateLookup): Map<string, Manifest> {
  const known = firsts.get(lookup);
  if (known !== undefined) return known;
  const first = new Map<string, Manifest>();
  for (const manifest of lookup.manifests) {
    const key = keyOf(manifest);
    if (key !== undefined && !first.has(key)) first.set(key, manifest);
  }
  firsts.set(lookup, first);
  return first;
}

function keyOf({ kind, metadata: { name = "", namespace = "" } }: Manifest): string | undefined {
  return name === "" ? undefined : `${kind} ${kind === "ClusterWorkflowTemplate" ? "" : namespace} ${name}`;
}
