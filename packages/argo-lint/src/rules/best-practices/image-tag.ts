import { containersOf } from "../../model/containers.js";
import { defineRule } from "../../rule.js";

export const imageTagRule = defineRule({
  name: "image-tag",
  severity: "note",
  summary: "An image has a fixed tag or a digest: latest may be a different image tomorrow.",
  template(node, report) {
    for (const { container, at, words } of containersOf(node)) {
      const { image = "" } = container;
      if (image === "" || image.includes("{{") || image.includes("@")) continue;
      const tag = /:([^:/]+)$/.exec(image)?.[1];
      if (tag !== undefined && tag !== "latest") continue;
      report({
        at: [...at, "image"],
        message: `The image "${image}" of the ${words} ${tag === undefined ? "has no tag" : "is the latest"}: a different image may run tomorrow, and a run cannot be reproduced.`,
        fix: `Name a version, as in image: ${image.replace(/:latest$/, "")}:1.2.3, or a digest.`,
      });
    }
  },
});
