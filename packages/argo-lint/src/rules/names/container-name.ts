import { asDnsLabel, isDnsLabel } from "../../kubernetes/name-formats.js";
import { containersOf } from "../../model/containers.js";
import { hasTag } from "../../model/tags.js";
import { defineRule } from "../../rule.js";

/** Argo's own containers of a pod. */
const ofArgo = ["init", "wait"];

export const containerName = defineRule({
  name: "container-name",
  severity: "error",
  refusedBy: "controller",
  summary:
    "The names of a pod's containers consist of lowercase letters, digits and -, and are unique. Argo names its own containers init, main and wait.",
  template(node, report) {
    const seen = new Set(node.template.containerSet === undefined ? [...ofArgo, "main"] : ofArgo);
    for (const { container, at, words } of containersOf(node)) {
      const { name = "" } = container;
      // The name of the main container is always main, whatever the manifest says.
      if (name === "" || hasTag(name) || at.at(-1) === "container" || at.at(-1) === "script") continue;
      const isOfSet = at.includes("containerSet");
      if (!isDnsLabel(name)) {
        const better = asDnsLabel(name);
        const message = `The name of the ${words} is not accepted by Kubernetes.`;
        const fix = `Write at most 63 lowercase letters, digits and -${better === undefined ? "" : `, for example "${better}"`}.`;
        report({ at: [...at, "name"], message, fix });
      } else if (seen.has(name) && !(isOfSet && !ofArgo.includes(name))) {
        const message = `The ${words} has the same name as another container of the pod.`;
        report({ at: [...at, "name"], message, fix: "Give it another name." });
      }
      seen.add(name);
    }
  },
});
