import type { TagComparison } from "../../expression/when/evaluate.js";
import { valueText } from "../../expression/when/value.js";
import { whenFieldsOf } from "../../expression/when/when-fields.js";
import { defineRule } from "../../rule.js";

export const whenConstant = defineRule({
  name: "when-constant",
  severity: "warning",
  summary:
    "The result of a `when` depends on a variable. A tag in quotes is a string, never a number or a boolean; without quotes, true, false and numbers are never strings. A plain true or false is accepted.",
  manifest(manifest, report) {
    for (const { text, path, check } of whenFieldsOf(manifest)) {
      for (const comparison of check.comparisons) {
        if (comparison.result !== undefined) report({ at: path, ...describe(text, comparison) });
      }
      if (check.result === undefined || text.includes("{{") || /^\s*(true|false)\s*$/.test(text)) continue;
      report({
        at: path,
        message: `The condition ${text} is always ${check.result}.`,
        fix: `Compare with a variable, such as {{inputs.parameters.NAME}}, or write when: "${check.result}" if that is intended.`,
      });
    }
  },
});

function describe(
  text: string,
  { operator, tag, literal, result }: TagComparison,
): { message: string; fix: string } {
  const side = text.slice(tag.start, tag.end);
  const isQuoted = tag.kind === "text";
  const comparison = `${side} ${operator.value} ${typeof literal === "string" ? `'${literal}'` : literal}`;
  const why = isQuoted
    ? `a tag in quotes is a string, never ${valueText(literal)}`
    : `a tag without quotes may become ${literal}, but never ${valueText(literal)}`;
  return {
    message: `The comparison ${comparison} is always ${result}: ${why}.`,
    fix: isQuoted ? `Put quotes around ${literal} too.` : `Put quotes around ${side} too.`,
  };
}
