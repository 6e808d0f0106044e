import { expressionTagsOf } from "../../expression/expression-tags.js";
import { pointerProblem } from "../../expression/pointer-problem.js";
import { unknownFunctionsOf } from "../../expression/unknown-functions.js";
import { defineRule } from "../../rule.js";

export const unknownFunctionInTag = defineRule({
  name: "unknown-function-in-tag",
  severity: "warning",
  summary:
    "An expression in `{{=…}}` calls functions of expr, or Argo's: `sprig`, `jsonpath`, `toJson`, `asInt` and `asFloat`. With any other function, or with a `#name` that closures do not have, the tag is never replaced and reaches the pod as it is.",
  manifest(manifest, report) {
    for (const { tag, path, parsed } of expressionTagsOf(manifest)) {
      if (parsed.ast === undefined) continue;
      const pointer = pointerProblem(parsed.ast);
      if (pointer !== undefined) {
        report({
          at: path,
          part: tag.text,
          message: `${tag.text} is never replaced: ${pointer.message}.`,
          fix: "Write # for the item.",
        });
      }
      for (const { name, hint } of unknownFunctionsOf(parsed.ast, true)) {
        report({
          at: path,
          part: tag.text,
          message: `${tag.text} calls ${name}(…), a function that does not exist in expressions.`,
          fix: `Call a function of expr, Argo or sprig.${hint}`,
        });
      }
    }
  },
});
