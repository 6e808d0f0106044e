import { templateDisplayName } from "../../model/display-name.js";
import { defineRule } from "../../rule.js";

export const image = defineRule({
  name: "image",
  severity: "error",
  refusedBy: "argo lint",
  summary: "A container and a script have an image, of their own or from templateDefaults.",
  template(node, report) {
    for (const type of ["container", "script"] as const) {
      const container = node.template[type];
      if (container === undefined || container.image) continue;
      if (node.manifest.spec.templateDefaults?.[type]?.image) continue;
      report({
        at: [...node.path, type],
        message: `The ${type} of ${templateDisplayName(node)} has no image.`,
        fix: "Set image, for example image: busybox:1.37.",
      });
    }
  },
});
