import { callDisplayName } from "../../model/display-name.js";
import { hasTag } from "../../model/tags.js";
import { defineRule } from "../../rule.js";

const verbs = /%%|%[-+# 0]*\d*(?:\.\d+)?([a-zA-Z]?)/g;

/** Source: expandSequence in workflow/controller/operator.go, which gives Go's Sprintf one number. */
export const sequenceFormat = defineRule({
  name: "sequence-format",
  severity: "warning",
  summary: "The format of a withSequence contains one placeholder for the number, such as %d or %02X.",
  call(call, report) {
    const { format = "" } = call.value.withSequence ?? {};
    if (format === "" || hasTag(format)) return;
    const found = [...format.matchAll(verbs)].filter(([verb]) => verb !== "%%");
    const wrong = found.find(([, letter = ""]) => !/^[bcdoOqxXUv]$/.test(letter));
    if (found.length === 1 && wrong === undefined) return;
    report({
      at: [...call.path, "withSequence", "format"],
      message: `The format "${format}" of ${callDisplayName(call)} ${
        wrong === undefined
          ? `has ${found.length} placeholders for one number`
          : `has "${wrong[0]}", which does not format a whole number`
      }, so the items are not as intended.`,
      fix: 'Write one %d, for example "item-%03d".',
    });
  },
});
