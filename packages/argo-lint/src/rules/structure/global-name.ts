import { templateDisplayName } from "../../model/display-name.js";
import { hasVariableTag } from "../../model/tags.js";
import { defineRule } from "../../rule.js";

export const globalName = defineRule({
  name: "global-name",
  severity: "error",
  refusedBy: "argo lint",
  summary: "The globalName of an output consists of letters, digits, _ and -.",
  template(node, report) {
    for (const kind of ["parameters", "artifacts"] as const) {
      for (const [i, output] of (node.template.outputs?.[kind] ?? []).entries()) {
        const name = output.globalName ?? "";
        if (name === "" || hasVariableTag(name) || /^[-a-zA-Z0-9_]+$/.test(name)) continue;
        report({
          at: [...node.path, "outputs", kind, i, "globalName"],
          message: `The globalName "${name}" of ${templateDisplayName(node)} contains characters that a name cannot have.`,
          fix: `Write only letters, digits, _ and -, for example "${name.replace(/[^-a-zA-Z0-9_]+/g, "-")}".`,
        });
      }
    }
  },
});
