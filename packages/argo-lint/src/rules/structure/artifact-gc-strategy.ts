import { reportUnknownStrategy } from "../../messages/report-unknown-strategy.js";
import { locationsOf } from "../../model/artifact-locations.js";
import { defineRule } from "../../rule.js";

const strategies = ["OnWorkflowCompletion", "OnWorkflowDeletion", "Never"];

/** Source: the Enum at ArtifactGC.Strategy, which is part of the CRDs that Argo 4 installs. */
export const artifactGcStrategy = defineRule({
  name: "artifact-gc-strategy",
  severity: "error",
  refusedBy: "API server",
  summary: "The strategy of artifactGC is OnWorkflowCompletion, OnWorkflowDeletion or Never.",
  manifest(manifest, report) {
    const { spec, specPath } = manifest;
    reportUnknownStrategy(
      spec.artifactGC?.strategy,
      strategies,
      [...specPath, "artifactGC", "strategy"],
      report,
    );
    for (const { location, at } of locationsOf(manifest)) {
      reportUnknownStrategy(
        location.artifactGC?.strategy,
        strategies,
        [...at, "artifactGC", "strategy"],
        report,
      );
    }
  },
});
