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

/** Source: the lists called required in the API of Kubernetes for a pod. */
export const requiredField = defineRule({
  name: "required-field",
  severity: "error",
  refusedBy: "controller",
  summary: "The fields that the controller needs to create a pod are set.",
  template({ template, path }, report) {
    reportMissingFields(template, needed, path, "which is needed to create a pod", report);
  },
});

function inContainer(place: string): NeededFields {
  return {
    [`${place}.env[]`]: ["name"],
    [`${place}.volumeMounts[]`]: ["mountPath", "name"],
    [`${place}.ports[]`]: ["containerPort"],
  };
}
