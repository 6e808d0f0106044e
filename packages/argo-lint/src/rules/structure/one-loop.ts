import { capitalize } from "../../messages/phrases.js";
import { callDisplayName } from "../../model/display-name.js";
import { defineRule } from "../../rule.js";

export const oneLoop = defineRule({
  name: "one-loop",
  severity: "error",
  refusedBy: "argo lint",
  summary: "A task or step has at most one of withItems, withParam and withSequence.",
  call(call, report) {
    const { withItems = [], withParam = "", withSequence } = call.value;
    const loops = [
      ...(withItems.length > 0 ? ["withItems"] : []),
      ...(withParam === "" ? [] : ["withParam"]),
      ...(withSequence === undefined ? [] : ["withSequence"]),
    ];
    const second = loops[1];
    if (second === undefined) return;
    report({
      at: [...call.path, second],
      key: true,
      message: `${capitalize(callDisplayName(call))} has ${loops.join(" and ")}: it can loop over only one list.`,
      fix: "Keep one. For every pair of two lists, call a template that has the second loop.",
    });
  },
});
