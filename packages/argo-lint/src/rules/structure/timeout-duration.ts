import { isDuration, isWholeNumber } from "../../kubernetes/duration.js";
import { templateDisplayName } from "../../model/display-name.js";
import { hasTag } from "../../model/tags.js";
import { defineRule } from "../../rule.js";

/** Source: checkTemplateTimeout in workflow/controller/operator.go. */
export const timeoutDuration = defineRule({
  name: "timeout-duration",
  severity: "error",
  refusedBy: "controller",
  summary: "A timeout is a duration such as 90s or 1h30m.",
  template(node, report) {
    const { timeout: text = "" } = node.template;
    if (text === "" || hasTag(text) || isDuration(text) || isWholeNumber(text)) return;
    report({
      at: [...node.path, "timeout"],
      message: `The timeout "${text}" of ${templateDisplayName(node)} is not a duration that Argo reads.`,
      fix: 'Write it with units: "90s", "30m", "24h". Days have no unit.',
    });
  },
});
