import { capitalize } from "../../messages/phrases.js";
import { locationsOf } from "../../model/artifact-locations.js";
import { defineRule } from "../../rule.js";

/** Source: Minimum=0 and Maximum=511 at Artifact.Mode, which are part of the CRD that Argo 4 installs. */
export const artifactMode = defineRule({
  name: "artifact-mode",
  severity: "error",
  refusedBy: "API server",
  summary:
    "The mode of an artifact is at most 511, which is 0777: without the leading 0, YAML reads 755 as decimal.",
  manifest(manifest, report) {
    for (const { location, at, words } of locationsOf(manifest)) {
      const { mode } = location;
      if (mode === undefined || (mode >= 0 && mode <= 511)) continue;
      report({
        at: [...at, "mode"],
        message: `${capitalize(words)} has mode ${mode}, which is ${mode < 0 ? "less than 0" : "more than 0777"}.`,
        fix: /^[0-7]{3}$/.test(String(mode)) ? `Write it as octal: 0${mode}.` : "Write a mode such as 0644.",
      });
    }
  },
});
