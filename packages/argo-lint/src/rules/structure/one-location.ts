import { capitalize } from "../../messages/phrases.js";
import { locationsOf, storagesOf } from "../../model/artifact-locations.js";
import { defineRule } from "../../rule.js";

/** Source: the validation rule at ArtifactLocation, which is part of the CRD that Argo 4 installs. */
export const oneLocation = defineRule({
  name: "one-location",
  severity: "error",
  refusedBy: "API server",
  summary: "An artifact is stored in one place.",
  manifest(manifest, report) {
    for (const { location, at, words } of locationsOf(manifest)) {
      const storages = storagesOf(location);
      const second = storages[1];
      if (second === undefined) continue;
      report({
        at: [...at, second],
        key: true,
        message: `${capitalize(words)} names several storages: ${storages.join(" and ")}.`,
        fix: "Keep one of them.",
      });
    }
  },
});
