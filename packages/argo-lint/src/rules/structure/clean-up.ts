import { isDurationOrSeconds } from "../../kubernetes/duration.js";
import { reportUnknownStrategy } from "../../messages/report-unknown-strategy.js";
import { hasTag } from "../../model/tags.js";
import { defineRule } from "../../rule.js";

const claimStrategies = ["OnWorkflowCompletion", "OnWorkflowSuccess"];

/** Source: deletePVCs in workflow/controller/operator.go and PodGC.GetDeleteDelayDuration, whose errors are only logged. */
export const cleanUp = defineRule({
  name: "clean-up",
  severity: "warning",
  summary:
    "The strategy of volumeClaimGC is known, and the delay of podGC is a duration. Otherwise only the controller's log reports it, and the claims are kept, or the pods are deleted after the default delay.",
  manifest({ spec, specPath }, report) {
    const { strategy } = spec.volumeClaimGC ?? {};
    reportUnknownStrategy(strategy, claimStrategies, [...specPath, "volumeClaimGC", "strategy"], report);
    const delay = spec.podGC?.deleteDelayDuration ?? "";
    if (delay === "" || hasTag(delay) || isDurationOrSeconds(delay)) return;
    report({
      at: [...specPath, "podGC", "deleteDelayDuration"],
      message: `The deleteDelayDuration "${delay}" is not a duration that Argo reads.`,
      fix: 'Write "90" or "90s" for seconds, "30m" for minutes, "24h" for a day.',
    });
  },
});
