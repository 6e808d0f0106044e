import { isWholeNumber } from "../../kubernetes/duration.js";
import { callDisplayName } from "../../model/display-name.js";
import { hasTag } from "../../model/tags.js";
import { defineRule } from "../../rule.js";

/** Source: expandSequence in workflow/controller/operator.go. */
export const sequenceNumbers = defineRule({
  name: "sequence-numbers",
  severity: "error",
  refusedBy: "controller",
  summary: "A withSequence has count or end, and its numbers are whole.",
  call(call, report) {
    const sequence = call.value.withSequence;
    if (sequence === undefined) return;
    if (sequence.count === undefined && sequence.end === undefined) {
      report({
        at: [...call.path, "withSequence"],
        message: `The withSequence of ${callDisplayName(call)} does not say where it ends.`,
        fix: "Set count to the number of items, or end to the last one.",
      });
    }
    for (const field of ["start", "count", "end"] as const) {
      const text = String(sequence[field] ?? 0);
      if (isWholeNumber(text) || hasTag(text)) continue;
      report({
        at: [...call.path, "withSequence", field],
        message: `The ${field} of withSequence of ${callDisplayName(call)} is "${text}", which is not a whole number.`,
        fix: 'Write a whole number, or a parameter that contains one: "{{inputs.parameters.count}}".',
      });
    }
  },
});
