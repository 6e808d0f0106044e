import { callDisplayName } from "../../model/display-name.js";
import { defineRule } from "../../rule.js";

export const sequenceEnd = defineRule({
  name: "sequence-end",
  severity: "error",
  refusedBy: "argo lint",
  summary: "A withSequence has count or end, not both.",
  call(call, report) {
    const { count, end } = call.value.withSequence ?? {};
    if (count === undefined || end === undefined) return;
    report({
      at: [...call.path, "withSequence", "end"],
      key: true,
      message: `The withSequence of ${callDisplayName(call)} has both count and end.`,
      fix: "Keep one of them.",
    });
  },
});
