import { expressionTagsOf } from "../../expression/expression-tags.js";
import { defineRule } from "../../rule.js";

export const expressionCut = defineRule({
  name: "expression-cut",
  severity: "error",
  refusedBy: "controller",
  summary: "An expression in `{{=…}}` contains no `}}`, not even in a string: Argo ends the tag there.",
  manifest(manifest, report) {
    for (const { tag, path, whole } of expressionTagsOf(manifest)) {
      if (whole === undefined) continue;
      report({
        at: path,
        part: whole,
        message: `Argo cuts ${whole} at its first "}}" and reads ${tag.text}, which is not an expression.`,
        fix: "Put a space between the two inner braces: } }.",
      });
    }
  },
});
