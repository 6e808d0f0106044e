import type { WorkflowEventBindingSpec } from "../../argo-schema/types.js";
import type { DeepPartial } from "../../model/deep-partial.js";
import { isObject } from "../../model/json.js";
import { defineRule } from "../../rule.js";

/** Source: Dispatch in server/event/dispatch/operation.go. */
export const eventParameter = defineRule({
  name: "event-parameter",
  severity: "warning",
  summary:
    "A parameter that a WorkflowEventBinding submits has a valueFrom.event. With a plain value no event starts a workflow.",
  manifest({ kind, value }, report) {
    if (kind !== "WorkflowEventBinding") return;
    // The schema has been checked, so it has Argo's type.
    const spec = isObject(value.spec) ? (value.spec as DeepPartial<WorkflowEventBindingSpec>) : {};
    for (const [i, { name = "", valueFrom }] of (spec.submit?.arguments?.parameters ?? []).entries()) {
      if (valueFrom?.event) continue;
      report({
        at: ["spec", "submit", "arguments", "parameters", i],
        message: `The parameter "${name}" has no valueFrom.event, so no workflow is submitted.`,
        fix: "Add valueFrom.event with an expression, such as payload.message; put a constant string in quotes.",
      });
    }
  },
});
