import { templateDisplayName } from "../../model/display-name.js";
import { defineRule } from "../../rule.js";

export const inputArtifactFrom = defineRule({
  name: "input-artifact-from",
  severity: "error",
  refusedBy: "argo lint",
  summary: "An input artifact has no from: the task or step that calls the template passes it.",
  template(node, report) {
    for (const [i, artifact] of (node.template.inputs?.artifacts ?? []).entries()) {
      if ((artifact.from ?? "") === "") continue;
      report({
        at: [...node.path, "inputs", "artifacts", i, "from"],
        key: true,
        message: `The input artifact "${artifact.name ?? ""}" of ${templateDisplayName(node)} has a from.`,
        fix: "Move it to the arguments.artifacts of the task or step that calls this template.",
      });
    }
  },
});
