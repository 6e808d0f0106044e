import { isDurationOrSeconds } from "../../kubernetes/duration.js";
import { templateDisplayName } from "../../model/display-name.js";
import { hasTag } from "../../model/tags.js";
import { defineRule } from "../../rule.js";

/** Source: executeSuspend in workflow/controller/operator.go. */
export const suspendDuration = defineRule({
  name: "suspend-duration",
  severity: "error",
  refusedBy: "controller",
  summary: "The duration of a suspend template is a number of seconds or a duration such as 1h30m.",
  template(node, report) {
    const { duration = "" } = node.template.suspend ?? {};
    if (duration === "" || hasTag(duration) || isDurationOrSeconds(duration)) return;
    report({
      at: [...node.path, "suspend", "duration"],
      message: `The duration "${duration}" of ${templateDisplayName(node)} is not a duration that Argo reads.`,
      fix: 'Write "90" or "90s" for seconds, "30m" for minutes, "24h" for a day.',
    });
  },
});
