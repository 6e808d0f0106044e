import { templateDisplayName } from "../../model/display-name.js";
import { ofRetries } from "../../model/scopes/template-scope.js";
import { variablesOfTexts } from "../../model/scopes/variables-of-call.js";
import { isLeaf } from "../../model/template-type.js";
import { variableTextsOf } from "../../model/texts.js";
import { defineRule } from "../../rule.js";

export const retriesWithoutRetry = defineRule({
  name: "retries-without-retry",
  severity: "warning",
  summary:
    "{{retries}} and {{lastRetry.…}} are used in a template with a retryStrategy. Without one they are not replaced.",
  template(node, report) {
    const { template, path, manifest } = node;
    const { spec } = manifest;
    if (!isLeaf(node) || template.retryStrategy !== undefined) return;
    if (spec.retryStrategy !== undefined || spec.templateDefaults?.retryStrategy !== undefined) return;
    // Metrics have a count of retries of their own.
    const { metrics: _, ...others } = template;
    for (const { name, tag, path: at } of variablesOfTexts(variableTextsOf(others, path))) {
      if (!ofRetries.includes(name)) continue;
      report({
        at,
        part: tag,
        message: `${tag}: ${templateDisplayName(node)} has no retryStrategy, so it is not replaced.`,
        fix: "Add a retryStrategy to the template, or remove the tag.",
      });
    }
  },
});
