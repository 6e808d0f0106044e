import { containersOf } from "../../model/containers.js";
import { isPlainSecret, secretName } from "../../model/plain-secret.js";
import { defineRule } from "../../rule.js";

export const secretInEnv = defineRule({
  name: "secret-in-env",
  severity: "note",
  summary: "A password or key in the environment comes from a Kubernetes secret, not from the manifest.",
  template(node, report) {
    for (const { container, at, words } of containersOf(node)) {
      for (const [i, { name = "", value }] of (container.env ?? []).entries()) {
        if (!secretName.test(name) || !isPlainSecret(String(value ?? ""))) continue;
        const key = name.toLowerCase().replaceAll("_", "-");
        report({
          at: [...at, "env", i, "value"],
          message: `The variable ${name} of the ${words} is in plain text: everyone who can read the workflow can read it.`,
          fix: `Replace value by valueFrom: {secretKeyRef: {name: my-secret, key: ${key}}}.`,
        });
      }
    }
  },
});
