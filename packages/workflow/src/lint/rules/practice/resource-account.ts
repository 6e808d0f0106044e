import { templateWords } from "../../model/words.js";
import { defineRule } from "../../rule.js";

export const resourceAccount = defineRule({
  name: "resource-account",
  severity: "note",
  summary:
    "A workflow with a resource template names the service account that may do what the template does.",
  template(node, report) {
    const { template, manifest, path } = node;
    const { spec, kind } = manifest;
    if (template.resource === undefined || (kind !== "Workflow" && kind !== "CronWorkflow")) return;
    if ([template, spec.templateDefaults, spec].some((place) => place?.serviceAccountName)) return;
    report({
      at: [...path, "resource"],
      message: `The resource of ${templateWords(node)} is handled with the account "default", which seldom has the rights, or has them for every pod.`,
      fix: "Add serviceAccountName: my-account to the template, with a role for this kind of object.",
    });
  },
});
