import { expressionFieldsOf } from "../../expression/expression-fields.js";
import { expressionTagsOf } from "../../expression/expression-tags.js";
import { parseExpression } from "../../expression/index.js";
import { pointerProblem } from "../../expression/pointer-problem.js";
import { defineRule } from "../../rule.js";

export const expressionSyntax = defineRule({
  name: "expression-syntax",
  severity: "error",
  refusedBy: "controller",
  summary:
    "The content of `{{=…}}` and of fields such as `expression` and `fromExpression` is an expression of expr-lang. Argo evaluates it only when it needs the value.",
  manifest(manifest, report) {
    for (const { tag, path, parsed, whole } of expressionTagsOf(manifest)) {
      if (whole !== undefined) continue;
      const problem = parsed.error;
      if (problem === undefined) continue;
      report({
        at: path,
        part: tag.text,
        message: `${tag.text} cannot be read as an expression: ${problem.message}${place(tag.content, problem.offset)}.`,
        fix: tag.content.includes("{{")
          ? "Write variables in an expression without braces of their own."
          : "Fix the expression.",
      });
    }
    for (const { text, path } of expressionFieldsOf(manifest)) {
      const { ast, error } = parseExpression(text);
      const problem = error ?? pointerProblem(ast);
      if (problem === undefined) continue;
      report({
        at: path,
        message: `The field "${path.at(-1)}" must be an expression, but this cannot be read as one: ${problem.message}${place(text, problem.offset)}.`,
        fix: "Fix the expression.",
      });
    }
  },
});

function place(text: string, offset: number): string {
  const rest = text.slice(offset, offset + 20);
  return rest === "" ? "" : `, at "${rest}${text.length > offset + 20 ? "…" : ""}"`;
}
