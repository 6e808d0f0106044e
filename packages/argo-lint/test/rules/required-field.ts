import { requiredField } from "../../src/rules/structure/required-field.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: requiredField,
  wrong: [
    {
      title: "a mount without a path",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
            volumeMounts:
              - name: data`),
      finds: [
        { path: "spec.templates[0].container.volumeMounts[0]", message: /volumeMounts has no mountPath/ },
      ],
    },
    {
      title: "an environment variable without a name, in a sidecar",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
          sidecars:
            - name: side
              image: busybox:1.37
              env:
                - value: a`),
      finds: [
        {
          path: "spec.templates[0].sidecars[0].env[0]",
          message: /env has no name, which is needed to create a pod/,
        },
      ],
    },
    {
      title: "a host alias without an address",
      manifest: workflow(`
        - name: main
          hostAliases:
            - hostnames: [a]
          container:
            image: busybox:1.37`),
      finds: [{ path: "spec.templates[0].hostAliases[0]", message: /hostAliases has no ip/ }],
    },
  ],
  right: [
    {
      title: "a mount with all of its fields",
      manifest: workflow(`
        - name: main
          volumes:
            - name: data
              emptyDir: {}
          container:
            image: busybox:1.37
            volumeMounts:
              - name: data
                mountPath: /data`),
    },
  ],
};
