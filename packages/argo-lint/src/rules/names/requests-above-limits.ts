import { containersOf } from "../../model/containers.js";
import { defineRule } from "../../rule.js";
import { quantityValue } from "../../schema/quantity.js";

export const requestsAboveLimits = defineRule({
  name: "requests-above-limits",
  severity: "error",
  refusedBy: "controller",
  summary: "A container requests no more of a resource than its limit; otherwise no pod can be created.",
  template(node, report) {
    for (const { container, at, words } of containersOf(node)) {
      const { requests = {}, limits = {} } = container.resources ?? {};
      for (const [resource, request] of Object.entries(requests)) {
        const limit = limits[resource];
        if (limit === undefined || request === undefined) continue;
        const asked = quantityValue(request);
        const most = quantityValue(limit);
        if (asked === undefined || most === undefined || asked <= most) continue;
        report({
          at: [...at, "resources", "requests", resource],
          message: `The ${words} requests ${request} of ${resource}, more than its limit of ${limit}.`,
          fix: "Lower the request, or raise the limit.",
        });
      }
    }
  },
});
