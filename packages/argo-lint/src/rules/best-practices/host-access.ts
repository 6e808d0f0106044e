import { containersOf } from "../../model/containers.js";
import { defineRule } from "../../rule.js";

export const hostAccess = defineRule({
  name: "host-access",
  severity: "note",
  summary: "Pods have no access to their node: no hostPath, no hostNetwork, no privileged containers.",
  manifest({ spec, specPath, templates }, report) {
    if (spec.hostNetwork === true) {
      report({
        at: [...specPath, "hostNetwork"],
        message: "The pods use the network of the node: they reach its local services, and ports can clash.",
        fix: "Remove hostNetwork.",
      });
    }
    const places = [
      { volumes: spec.volumes, at: specPath },
      ...templates.map(({ template, path }) => ({ volumes: template.volumes, at: path })),
    ];
    for (const { volumes = [], at } of places) {
      for (const [i, { name = "", hostPath }] of volumes.entries()) {
        if (hostPath === undefined) continue;
        report({
          at: [...at, "volumes", i, "hostPath"],
          message: `The volume "${name}" is a folder of the node: its content differs from node to node, and a container can change the node through it.`,
          fix: `Use a claim: {name: ${name || "data"}, persistentVolumeClaim: {claimName: ${name || "data"}}}.`,
        });
      }
    }
    for (const { container, at, words } of templates.flatMap((node) => [...containersOf(node)])) {
      if (container.securityContext?.privileged !== true) continue;
      report({
        at: [...at, "securityContext", "privileged"],
        message: `The ${words} is privileged: it can do anything on its node.`,
        fix: "Remove privileged, and add the capabilities that are needed: capabilities: {add: [SYS_PTRACE]}.",
      });
    }
  },
});
