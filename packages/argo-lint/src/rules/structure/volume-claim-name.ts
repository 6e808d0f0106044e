import { defineRule } from "../../rule.js";

/** Source: createPVCs in workflow/controller/operator.go. */
export const volumeClaimName = defineRule({
  name: "volume-claim-name",
  severity: "error",
  refusedBy: "controller",
  summary: "Every volume claim template has a metadata.name, by which containers mount it.",
  manifest({ spec, specPath }, report) {
    for (const [i, { metadata }] of (spec.volumeClaimTemplates ?? []).entries()) {
      if (metadata?.name) continue;
      report({
        at: [...specPath, "volumeClaimTemplates", i],
        message: "The volume claim template has no metadata.name.",
        fix: "Set metadata.name to the name that volumeMounts use.",
      });
    }
  },
});
