import type { WorkflowEventBindingSpec } from "../../argo-schema/types.js";
import type { DeepPartial } from "../../model/deep-partial.js";
import { isObject } from "../../model/json.js";
import { defineRule } from "../../rule.js";

/** Source: what is required in the CRD of WorkflowEventBinding, and Dispatch in server/event/dispatch/operation.go. */
export const eventBinding = defineRule({
  name: "event-binding",
  severity: "error",
  refusedBy: "API server",
  summary: "A WorkflowEventBinding has an event with a selector, and its submit has a workflowTemplateRef.",
  manifest({ kind, value }, report) {
    if (kind !== "WorkflowEventBinding") return;
    // The schema has been checked, so it has Argo's type.
    const spec = isObject(value.spec) ? (value.spec as DeepPartial<WorkflowEventBindingSpec>) : {};
    if (spec.event?.selector === undefined) {
      report({
        at: spec.event === undefined ? ["spec"] : ["spec", "event"],
        message: "This WorkflowEventBinding does not say which events it is for.",
        fix: 'Add event.selector, an expression such as \'payload.message != ""\'; "true" selects every event.',
      });
    }
    if (spec.submit !== undefined && spec.submit.workflowTemplateRef === undefined) {
      const message = "This WorkflowEventBinding does not say what it submits.";
      report({
        at: ["spec", "submit"],
        message,
        fix: "Add workflowTemplateRef with the name of a template.",
      });
    }
  },
});
