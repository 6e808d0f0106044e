import { image } from "../../src/rules/structure/image.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: image,
  wrong: [
    {
      title: "a container without an image",
      manifest: workflow(`
        - name: main
          container:
            command: [echo]`),
      finds: [{ path: "spec.templates[0].container", message: /no image/ }],
    },
    {
      title: "a script without an image",
      manifest: workflow(`
        - name: main
          script:
            command: [sh]
            source: echo`),
      finds: [{ path: "spec.templates[0].script", message: /no image/ }],
    },
  ],
  right: [
    {
      title: "an image in templateDefaults",
      manifest: workflow(
        `
        - name: main
          container:
            command: [echo]`,
        `
        templateDefaults:
          container:
            image: busybox:1.37`,
      ),
    },
  ],
};
