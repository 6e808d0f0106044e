import { expressionFieldsOf } from "../../expression/expression-fields.js";
import { parseExpression } from "../../expression/index.js";
import { unknownFunctionsOf } from "../../expression/unknown-functions.js";
import { defineRule } from "../../rule.js";

export const unknownFunction = defineRule({
  name: "unknown-function",
  severity: "error",
  refusedBy: "controller",
  summary:
    "A field that is an expression calls functions of expr, and most such fields also Argo's: `sprig`, `jsonpath`, `toJson`, `asInt` and `asFloat`. Argo evaluates it only when it needs the value.",
  manifest(manifest, report) {
    for (const { text, path, hasArgoFunctions } of expressionFieldsOf(manifest)) {
      const { ast } = parseExpression(text);
      if (ast === undefined) continue;
      for (const { name, hint } of unknownFunctionsOf(ast, hasArgoFunctions)) {
        report({
          at: path,
          part: name,
          message: `The field "${path.at(-1)}" calls ${name}(…), a function that does not exist ${hasArgoFunctions ? "in expressions" : "here"}.`,
          fix: `Call a function of expr${hasArgoFunctions ? ", Argo or sprig" : ""}.${hint}`,
        });
      }
    }
  },
});
