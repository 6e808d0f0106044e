import { andOthers } from "../../messages/phrases.js";
import { mainContainersOf, podPatchOf } from "../../model/containers.js";
import { defineRule } from "../../rule.js";

export const resourceRequests = defineRule({
  name: "resource-requests",
  severity: "note",
  summary: "A container declares how much memory and CPU it needs, so that Kubernetes finds a node for it.",
  manifest({ templates }, report) {
    const without = templates
      .filter((node) => !podPatchOf(node).includes("resources"))
      .flatMap((node) => [...mainContainersOf(node)])
      .filter(({ container, defaults }) => {
        const given = [container.resources, defaults?.resources].map((resources) => ({
          ...resources?.requests,
          ...resources?.limits,
        }));
        return given.every((amounts) => Object.keys(amounts).length === 0);
      });
    const [first] = without;
    if (first === undefined) return;
    // Once per manifest: the fix is the same for all of them.
    report({
      at: first.at,
      message: `The ${first.words}${andOthers(without.length - 1)} ${without.length === 1 ? "requests" : "request"} no resources: on a full node, Kubernetes evicts such pods first.`,
      fix: "Add resources: {requests: {cpu: 100m, memory: 128Mi}, limits: {memory: 256Mi}}, here or in templateDefaults.",
    });
  },
});
