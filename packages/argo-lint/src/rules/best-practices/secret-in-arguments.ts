import { containersOf } from "../../model/containers.js";
import { isPlainSecret, secretName } from "../../model/plain-secret.js";
import { defineRule } from "../../rule.js";

export const secretInArguments = defineRule({
  name: "secret-in-arguments",
  severity: "note",
  summary: "A password or key is not part of command or args, which every process list shows.",
  template(node, report) {
    for (const { container, at, words } of containersOf(node)) {
      for (const field of ["command", "args"] as const) {
        const list = container[field] ?? [];
        for (const [i, word] of list.entries()) {
          const [, option = "", ownValue] = /^--?([\w.-]+)(?:=(.*))?$/s.exec(word) ?? [];
          const value = ownValue ?? list[i + 1] ?? "";
          if (
            !secretName.test(option) ||
            !isPlainSecret(value) ||
            (ownValue === undefined && value.startsWith("-"))
          )
            continue;
          const name = option.toUpperCase().replace(/[^A-Z0-9]/g, "_");
          report({
            at: [...at, field, ownValue === undefined ? i + 1 : i],
            message: `The value of --${option} in ${field} of the ${words} is in plain text: everyone who can read the workflow can read it.`,
            fix: `Set env: [{name: ${name}, valueFrom: {secretKeyRef: {name: my-secret, key: ${option}}}}] and write $(${name}) here.`,
          });
        }
      }
    }
  },
});
