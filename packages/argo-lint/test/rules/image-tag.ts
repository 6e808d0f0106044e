import { imageTagRule } from "../../src/rules/best-practices/image-tag.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: imageTagRule,
  wrong: [
    {
      title: "an image without a tag",
      manifest: workflow(`
        - name: main
          container:
            image: busybox`),
      finds: [{ path: "spec.templates[0].container.image", message: /has no tag.*busybox:1/ }],
    },
    {
      title: "the latest image",
      manifest: workflow(`
        - name: main
          container:
            image: registry:5000/me/train:latest`),
      finds: [{ path: "spec.templates[0].container.image", message: /is the latest.*me\/train:1/ }],
    },
    {
      title: "a registry with a port, and no tag",
      manifest: workflow(`
        - name: main
          container:
            image: registry:5000/train`),
      finds: [{ path: "spec.templates[0].container.image", message: /has no tag/ }],
    },
  ],
  right: [
    {
      title: "a digest",
      manifest: workflow(`
        - name: main
          container:
            image: busybox@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef`),
    },
    {
      title: "a tag from a parameter",
      manifest: workflow(
        `
        - name: main
          container:
            image: "train:{{workflow.parameters.tag}}"`,
        `
        arguments:
          parameters:
            - name: tag
              value: 1.2.3`,
      ),
    },
  ],
};
