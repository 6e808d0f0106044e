import { suggest } from "../../messages/suggestions.js";
import { templateDisplayName } from "../../model/display-name.js";
import { defineRule } from "../../rule.js";

export const argumentOutsideEnum = defineRule({
  name: "argument-outside-enum",
  severity: "warning",
  summary:
    "A literal argument is one of the values that the input's enum lists. Argo compares them only when a workflow is submitted by hand.",
  call(call, report) {
    const target = call.caller.manifest.lookup.callee(call);
    if (target.kind !== "found") return;
    const inputs = target.template.template.inputs?.parameters ?? [];
    for (const [i, { name, value }] of (call.value.arguments?.parameters ?? []).entries()) {
      const values = inputs.find((input) => input.name === name)?.enum?.map(String) ?? [];
      if (value === undefined || values.length === 0) continue;
      const text = String(value);
      if (text.includes("{{") || values.includes(text)) continue;
      report({
        at: [...call.path, "arguments", "parameters", i, "value"],
        message: `"${text}" is not one of the values that parameter "${name}" of ${templateDisplayName(target.template)} allows.`,
        fix: suggest(text, values, "Use a value of the enum."),
      });
    }
  },
});
