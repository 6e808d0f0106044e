import { type NeededFields, reportMissingFields } from "../../kubernetes/missing-fields.js";
import { defineRule } from "../../rule.js";

const needed: NeededFields = {
  "hostAliases[]": ["ip"],
  "volumes[]": ["name"],
  ...inContainer("container"),
  ...inContainer("script"),
  ...inContainer("containerSet.containers[]"),
  ...inContainer("initContainers[]"),
  ...inContainer("sidecars[]"),
};

/** Source: the lists called required in the API of Kubernetes for a pod, which the pod of a template is held against. */
export const requiredField = defineRule({
  name: "required-field",
  severity: "error",
  refusedBy: "controller",
  summary: "The fields are there without which the controller can make no pod of a template.",
  template({ template, path }, report) {
    reportMissingFields(template, needed, path, "without which no pod can be made", report);
  },
});

function inContainer(place: string): NeededFields {
  return {
    [`${place}.env[]`]: ["name"],
    [`${place}.volumeMounts[]`]: ["mountPath", "name"],
    [`${place}.ports[]`]: ["containerPort"],
  };
}
