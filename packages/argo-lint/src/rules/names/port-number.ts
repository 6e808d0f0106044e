import { containersOf } from "../../model/containers.js";
import { defineRule } from "../../rule.js";

export const portNumber = defineRule({
  name: "port-number",
  severity: "error",
  refusedBy: "controller",
  summary: "A port of a container is a number from 1 to 65535.",
  template(node, report) {
    for (const { container, at, words } of containersOf(node)) {
      for (const [i, port] of (container.ports ?? []).entries()) {
        for (const field of ["containerPort", "hostPort"] as const) {
          const number = port[field];
          if (number === undefined || (number >= 1 && number <= 65_535)) continue;
          // A host port of 0 means none.
          if (field === "hostPort" && number === 0) continue;
          const message = `The ${field} ${number} of the ${words} is not a port number.`;
          report({ at: [...at, "ports", i, field], message, fix: "Write a number from 1 to 65535." });
        }
      }
    }
  },
});
