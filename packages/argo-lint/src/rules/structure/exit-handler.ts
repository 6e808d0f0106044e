import { suggest } from "../../messages/suggestions.js";
import { sourceOfTemplates } from "../../model/template-source.js";
import { defineRule } from "../../rule.js";

export const exitHandlerRule = defineRule({
  name: "exit-handler",
  severity: "error",
  refusedBy: "argo lint",
  summary: "The onExit of a workflow names an existing template.",
  manifest(manifest, report) {
    const { onExit = "" } = manifest.spec;
    const source = sourceOfTemplates(manifest);
    if (onExit === "" || source === undefined || source.names.has(onExit)) return;
    report({
      at: [...manifest.specPath, "onExit"],
      message: `The exit handler "${onExit}" is not a template of ${source.words}.`,
      fix: suggest(onExit, source.names, "Name an existing template."),
    });
  },
});
