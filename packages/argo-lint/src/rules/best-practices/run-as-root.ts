import type { PodSecurityContext } from "../../argo-schema/types.js";
import { andOthers } from "../../messages/phrases.js";
import { type ContainerAt, mainContainersOf, podPatchOf } from "../../model/containers.js";
import type { DeepPartial } from "../../model/deep-partial.js";
import { defineRule } from "../../rule.js";

type Context = Pick<DeepPartial<PodSecurityContext>, "runAsNonRoot" | "runAsUser">;

export const runAsRoot = defineRule({
  name: "run-as-root",
  severity: "note",
  summary:
    "A container does not run as root: runAsNonRoot is true, or runAsUser is not 0, in the container or its pod.",
  manifest({ spec, templates }, report) {
    const undecided: ContainerAt[] = [];
    for (const node of templates) {
      if (podPatchOf(node).includes("securityContext")) continue;
      // Argo uses the first of these three for the pod, and does not merge them.
      const pod =
        node.template.securityContext ?? spec.templateDefaults?.securityContext ?? spec.securityContext;
      for (const found of mainContainersOf(node)) {
        const contexts = [found.container.securityContext, found.defaults?.securityContext, pod];
        const user = contexts.map(userOf).find((each) => each !== undefined);
        if (user === undefined) undecided.push(found);
        if (user !== "root") continue;
        report({
          at: found.at,
          message: `The ${found.words} runs as root: code that escapes from it is root on the node.`,
          fix: "Set securityContext: {runAsNonRoot: true, runAsUser: 1000} in the container.",
        });
      }
    }
    const [first] = undecided;
    if (first === undefined) return;
    // Once per manifest: one line in spec fixes all of them.
    report({
      at: first.at,
      message: `The ${first.words}${andOthers(undecided.length - 1)} may run as root, depending on the image: code that escapes from it is root on the node.`,
      fix: "Add securityContext: {runAsNonRoot: true, runAsUser: 1000} to spec.",
    });
  },
});

function userOf(context: Context | undefined): "root" | "other" | undefined {
  if (context?.runAsUser !== undefined) return context.runAsUser === 0 ? "root" : "other";
  if (context?.runAsNonRoot === undefined) return undefined;
  return context.runAsNonRoot ? "other" : "root";
}
