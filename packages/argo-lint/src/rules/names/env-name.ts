import { containersOf } from "../../model/containers.js";
import { hasTag } from "../../model/tags.js";
import { defineRule } from "../../rule.js";

/** Source: IsRelaxedEnvVarName in k8s.io/apimachinery/pkg/util/validation. */
export const envName = defineRule({
  name: "env-name",
  severity: "error",
  refusedBy: "controller",
  summary: "The name of an environment variable consists of printable ASCII characters other than =.",
  template(node, report) {
    for (const { container, at, words } of containersOf(node)) {
      for (const [i, { name = "" }] of (container.env ?? []).entries()) {
        if (name === "" || hasTag(name) || /^[ -<>-~]+$/.test(name)) continue;
        report({
          at: [...at, "env", i, "name"],
          message: `The ${words} has an environment variable ${JSON.stringify(name)}, whose name Kubernetes refuses.`,
          fix: "Write only letters, digits and _.",
        });
      }
    }
  },
});
