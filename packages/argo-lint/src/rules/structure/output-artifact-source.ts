import { templateDisplayName } from "../../model/display-name.js";
import { templateTypeOf } from "../../model/template-type.js";
import { defineRule } from "../../rule.js";

/** Source: scope.resolveArtifact in workflow/controller/scope.go, which looks for from and fromExpression only, and finds nothing otherwise. */
export const outputArtifactSource = defineRule({
  name: "output-artifact-source",
  severity: "warning",
  summary:
    "An output artifact of a DAG or steps template has a from or fromExpression that names the output of a task or step. Otherwise the workflow succeeds, and the artifact is missing.",
  template(node, report) {
    const type = templateTypeOf(node);
    if (type !== "dag" && type !== "steps") return;
    for (const [i, artifact] of (node.template.outputs?.artifacts ?? []).entries()) {
      if (artifact.from || artifact.fromExpression || artifact.path || artifact.optional === true) continue;
      report({
        at: [...node.path, "outputs", "artifacts", i],
        message: `The output artifact "${artifact.name ?? ""}" of ${templateDisplayName(node)} does not say where it comes from.`,
        fix: `Set from, for example "{{${type === "dag" ? "tasks" : "steps"}.NAME.outputs.artifacts.${artifact.name ?? "NAME"}}}".`,
      });
    }
  },
});
