import { callDisplayName } from "../../model/display-name.js";
import { hasTag } from "../../model/tags.js";
import { defineRule } from "../../rule.js";

/** Source: expandStep in workflow/controller/steps.go, expandTask in workflow/controller/dag.go. */
export const paramList = defineRule({
  name: "param-list",
  severity: "error",
  refusedBy: "controller",
  summary: "A withParam is a JSON list, or a variable that contains one.",
  call(call, report) {
    const { withParam = "" } = call.value;
    if (withParam === "" || hasTag(withParam) || isList(withParam)) return;
    report({
      at: [...call.path, "withParam"],
      message: `The withParam of ${callDisplayName(call)} is not a JSON list.`,
      fix: 'Write a list such as ["a", "b"], a variable such as "{{inputs.parameters.list}}", or use withItems.',
    });
  },
});

function isList(text: string): boolean {
  try {
    return Array.isArray(JSON.parse(text));
  } catch {
    return false;
  }
}
