import { capitalize } from "../../messages/phrases.js";
import { callDisplayName } from "../../model/display-name.js";
import { defineRule } from "../../rule.js";

export const emptyItems = defineRule({
  name: "empty-items",
  severity: "warning",
  summary: "A literal withItems is not empty. With an empty list, Argo runs the task once, not never.",
  call(call, report) {
    if (call.value.withItems?.length !== 0) return;
    report({
      at: [...call.path, "withItems"],
      message: `${capitalize(callDisplayName(call))} has an empty withItems. Argo ignores it: the ${call.kind} runs once.`,
      fix: "Add items, or remove withItems.",
    });
  },
});
