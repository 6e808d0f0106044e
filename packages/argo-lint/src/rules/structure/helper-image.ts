import { templateDisplayName } from "../../model/display-name.js";
import { defineRule } from "../../rule.js";

/** Source: Kubernetes' validation of pods, which applies when the controller creates one. */
export const helperImage = defineRule({
  name: "helper-image",
  severity: "error",
  refusedBy: "controller",
  summary: "Containers of a container set, init containers and sidecars have an image.",
  template(node, report) {
    const { template, manifest } = node;
    // A patch can set the image.
    if (template.podSpecPatch || manifest.spec.podSpecPatch || manifest.spec.templateDefaults) return;
    const lists = [
      {
        at: ["containerSet", "containers"],
        containers: template.containerSet?.containers ?? [],
        kind: "container",
      },
      { at: ["initContainers"], containers: template.initContainers ?? [], kind: "init container" },
      { at: ["sidecars"], containers: template.sidecars ?? [], kind: "sidecar" },
    ];
    for (const { at, containers, kind } of lists) {
      for (const [i, { name = "", image }] of containers.entries()) {
        if (image) continue;
        report({
          at: [...node.path, ...at, i],
          message: `The ${kind} "${name}" of ${templateDisplayName(node)} has no image, so Kubernetes refuses the pod.`,
          fix: "Set image, for example image: busybox:1.37.",
        });
      }
    }
  },
});
