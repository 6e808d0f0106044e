import { whenFieldsOf } from "../../expression/when/when-fields.js";
import { defineRule } from "../../rule.js";

export const whenSyntax = defineRule({
  name: "when-syntax",
  severity: "error",
  refusedBy: "controller",
  summary:
    "A `when` is a govaluate condition that is true or false: `==`, `!=`, `<`, `>`, `=~`, `in`, `&&`, `||`, `!`. Argo evaluates it only when the values of its tags are known.",
  manifest(manifest, report) {
    for (const { text, path, check } of whenFieldsOf(manifest)) {
      if (check.error === undefined) continue;
      const variable = /(?<!\{\{[^}]*)\b(?:inputs|workflow|tasks|steps|item)\.[\w.-]+/.exec(text)?.[0];
      report({
        at: path,
        message: `The condition ${text} cannot be evaluated: ${check.error.message}.`,
        fix:
          variable === undefined
            ? "Fix the condition; put quotes around strings of more than one word."
            : `Write the variable in braces: {{${variable}}}.`,
      });
    }
  },
});
