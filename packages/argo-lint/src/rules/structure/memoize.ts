import { isDuration } from "../../kubernetes/duration.js";
import { templateDisplayName } from "../../model/display-name.js";
import { hasTag } from "../../model/tags.js";
import { defineRule } from "../../rule.js";

/** Source: executeTemplate in workflow/controller/operator.go, and workflow/controller/cache/cache.go. */
export const memoize = defineRule({
  name: "memoize",
  severity: "error",
  refusedBy: "controller",
  summary:
    "The key of memoize consists of letters, digits and -, and its maxAge is a duration with a unit, such as 24h.",
  template(node, report) {
    const { key = "", maxAge = "" } = node.template.memoize ?? {};
    if (key !== "" && !hasTag(key) && !/^[a-zA-Z0-9][-a-zA-Z0-9]*$/.test(key)) {
      report({
        at: [...node.path, "memoize", "key"],
        message: `The memoize key "${key}" of ${templateDisplayName(node)} contains characters that a key cannot have.`,
        fix: "Use only letters, digits and -, and begin with a letter or digit.",
      });
    }
    if (maxAge === "" || hasTag(maxAge) || isDuration(maxAge)) return;
    report({
      at: [...node.path, "memoize", "maxAge"],
      message: `The maxAge "${maxAge}" of ${templateDisplayName(node)} is not a duration that Argo reads.`,
      fix: 'Write it with a unit: "90s", "30m", "24h".',
    });
  },
});
