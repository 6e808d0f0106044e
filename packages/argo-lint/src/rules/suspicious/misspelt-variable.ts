import { variableRoots } from "../../model/scopes/is-resolved.js";
import { tagsOf } from "../../model/tags.js";
import { variableTextsOf } from "../../model/texts.js";
import { defineRule } from "../../rule.js";

/** Misspelled prefixes, and the prefix that is intended. */
const meant: readonly (readonly [RegExp, string])[] = [
  [/^inputs?\.params?\./i, "inputs.parameters."],
  [/^(input|inputs)\.parameters?\./i, "inputs.parameters."],
  [/^(input|inputs)\.artifacts?\./i, "inputs.artifacts."],
  [/^(parameters?|params?)\.(?=[\w-]+$)/i, "inputs.parameters."],
  [/^outputs?\.parameters?\.(?=[\w-]+\.path$)/i, "outputs.parameters."],
  [/^outputs?\.artifacts?\.(?=[\w-]+\.path$)/i, "outputs.artifacts."],
  [/^tasks?\.(?=[\w-]+\.(outputs|status|exitCode|ip)\b)/i, "tasks."],
  [/^steps?\.(?=[\w-]+\.(outputs|status|exitCode|ip)\b)/i, "steps."],
  [/^workflows?\.(?=(name|namespace|uid|status|parameters|labels|annotations)\b)/i, "workflow."],
  [/^wf\.(?=(name|namespace|uid|status|parameters|labels|annotations)\b)/i, "workflow."],
  [/^pods?\.(?=name$)/i, "pod."],
  [/^items?(?=\.|$)/i, "item"],
];

export const misspeltVariable = defineRule({
  name: "misspelt-variable",
  severity: "warning",
  summary:
    "A {{…}} that looks like an Argo variable is spelled like one. Argo does not replace a name whose beginning it does not know, and the text is used as it is.",
  template({ template, path, holder, calls }, report) {
    if (holder !== undefined) return;
    const isLeaf = calls.length === 0;
    const places = isLeaf ? template : { ...template, dag: template.dag, steps: template.steps };
    for (const { text, path: at } of variableTextsOf(places, path)) {
      if (!text.includes("{{")) continue;
      for (const { kind, content, text: tag } of tagsOf(text)) {
        if (kind !== "variable" || !/^[\w.-]+$/.test(content) || isKnown(content)) continue;
        const found = meant.find(([pattern]) => pattern.test(content));
        if (found === undefined) continue;
        const right = content.replace(...found);
        report({
          at,
          part: tag,
          message: `${tag} is not an Argo variable, and is not replaced.`,
          fix: `Did you mean "{{${right}}}"?`,
        });
      }
    }
  },
});

function isKnown(name: string): boolean {
  return name === "item" || variableRoots.some((root) => name.startsWith(root));
}
