import { argumentLists } from "../../model/argument-lists.js";
import type { Manifest } from "../../model/manifest.js";
import { referredManifest } from "../../model/scopes/global-scope.js";
import { defineRule, type Reporter } from "../../rule.js";

export const argumentValue = defineRule({
  name: "argument-value",
  severity: "error",
  refusedBy: "argo lint",
  summary:
    "A parameter that a task or step passes has a value. So has a parameter of a cron workflow, because nobody can supply it.",
  manifest(manifest, report) {
    for (const { arguments: own, at, words, complete } of argumentLists(manifest)) {
      if (!complete) continue;
      for (const [i, { name = "", value, valueFrom }] of (own.parameters ?? []).entries()) {
        if (value !== undefined || valueFrom !== undefined) continue;
        report({
          at: [...at, "parameters", i],
          message: `The parameter "${name}" of ${words} has no value.`,
          fix: "Set value, or remove the parameter to use the template's default.",
        });
      }
    }
    if (manifest.kind === "CronWorkflow") checkTemplate(manifest, report);
  },
});

/** The parameters of the workflow template that a cron workflow refers to, which it has to set as well. */
function checkTemplate(manifest: Manifest, report: Reporter): void {
  const { spec, specPath } = manifest;
  const referred = referredManifest(manifest);
  if (referred === undefined || referred === "elsewhere") return;
  const given = new Set((spec.arguments?.parameters ?? []).map(({ name }) => name));
  for (const { name = "", value, valueFrom } of referred.spec.arguments?.parameters ?? []) {
    if (given.has(name) || value !== undefined || valueFrom !== undefined) continue;
    report({
      at: [...specPath, "workflowTemplateRef"],
      message: `The workflow template has a parameter "${name}" without a value, and the cron workflow does not set it.`,
      fix: `Add {name: ${name}, value: …} to workflowSpec.arguments.parameters.`,
    });
  }
}
