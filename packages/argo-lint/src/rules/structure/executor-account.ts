import { templateDisplayName } from "../../model/display-name.js";
import { hasPod } from "../../model/template-type.js";
import { defineRule } from "../../rule.js";

/** Source: setupServiceAccount in workflow/controller/workflowpod.go. */
export const executorAccount = defineRule({
  name: "executor-account",
  severity: "error",
  refusedBy: "controller",
  summary:
    "With automountServiceAccountToken: false, executor.serviceAccountName names the account of Argo's own container in the pod.",
  template(node, report) {
    const { template, manifest, path } = node;
    const { spec, specPath, kind } = manifest;
    // The workflow that runs a workflow template may set it.
    if (!hasPod(node) || kind === "WorkflowTemplate" || kind === "ClusterWorkflowTemplate") return;
    const places = [template, spec.templateDefaults, spec];
    const mounted = places
      .map((place) => place?.automountServiceAccountToken)
      .find((value) => value !== undefined);
    if (mounted !== false || places.some((place) => place?.executor?.serviceAccountName)) return;
    const own = template.automountServiceAccountToken !== undefined;
    const inDefaults = spec.templateDefaults?.automountServiceAccountToken !== undefined;
    report({
      at: [
        ...(own ? path : inDefaults ? [...specPath, "templateDefaults"] : specPath),
        "automountServiceAccountToken",
      ],
      message: `The pod of ${templateDisplayName(node)} gets no token, and no account is set for Argo's own container in it.`,
      fix: "Set executor.serviceAccountName to an account that may create and patch workflowtaskresults.",
    });
  },
});
