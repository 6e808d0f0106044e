import { templateDisplayName } from "../../model/display-name.js";
import { defineRule } from "../../rule.js";

export const resourceAccount = defineRule({
  name: "resource-account",
  severity: "note",
  summary:
    "A workflow with a resource template names a service account that has the rights the template needs.",
  template(node, report) {
    const { template, manifest, path } = node;
    const { spec, kind } = manifest;
    if (template.resource === undefined || (kind !== "Workflow" && kind !== "CronWorkflow")) return;
    if ([template, spec.templateDefaults, spec].some((place) => place?.serviceAccountName)) return;
    report({
      at: [...path, "resource"],
      message: `The resource of ${templateDisplayName(node)} is accessed with the account "default", which usually lacks the rights, or grants them to every pod.`,
      fix: "Add serviceAccountName: my-account to the template, an account with a role for this kind of object.",
    });
  },
});
