import { capitalize } from "../../messages/phrases.js";
import { locationsOf, storagesOf } from "../../model/artifact-locations.js";
import { hasLocation } from "../../model/has-location.js";
import { defineRule } from "../../rule.js";

export const artifactArgument = defineRule({
  name: "artifact-argument",
  severity: "error",
  refusedBy: "argo lint",
  summary: "An artifact argument has a source: from, or a storage and a key.",
  manifest(manifest, report) {
    for (const { location, at, words, place } of locationsOf(manifest)) {
      if (place !== "arguments") continue;
      if (location.from && location.fromExpression) {
        report({
          at: [...at, "fromExpression"],
          key: true,
          message: `${capitalize(words)} has both from and fromExpression.`,
          fix: "Keep one of them.",
        });
      } else if (!location.from && !hasLocation(location)) {
        const storage = storagesOf(location)[0];
        report({
          at: storage === undefined ? at : [...at, storage],
          message: `${capitalize(words)} ${
            storage === undefined
              ? "does not say where it comes from"
              : `names ${storage}, but no location in it`
          }.`,
          fix: location.fromExpression
            ? "Arguments need from. Use fromExpression in the outputs of a template, and pass those."
            : "Set from to an output or input artifact, or a storage such as s3 with a key.",
        });
      }
    }
  },
});
