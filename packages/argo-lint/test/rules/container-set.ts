import { containerSet } from "../../src/rules/structure/container-set.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: containerSet,
  wrong: [
    {
      title: "a container set without containers",
      manifest: workflow(`
        - name: main
          containerSet:
            containers: []`),
      finds: [{ path: "spec.templates[0].containerSet", message: /no containers/ }],
    },
    {
      title: "a container without a name",
      manifest: workflow(`
        - name: main
          containerSet:
            containers:
              - image: busybox:1.37`),
      finds: [{ path: "spec.templates[0].containerSet.containers[0]", message: /no name/ }],
    },
    {
      title: "a name from a variable",
      manifest: workflow(`
        - name: main
          containerSet:
            containers:
              - name: "{{item}}"
                image: busybox:1.37`),
      finds: [{ path: "spec.templates[0].containerSet.containers[0].name", message: /without a variable/ }],
    },
    {
      title: "two containers of one name",
      manifest: workflow(`
        - name: main
          containerSet:
            containers:
              - name: a
                image: busybox:1.37
              - name: a
                image: busybox:1.37`),
      finds: [{ path: "spec.templates[0].containerSet.containers[1].name", message: /like one before it/ }],
    },
    {
      title: "a dependency that does not exist",
      manifest: workflow(`
        - name: main
          containerSet:
            containers:
              - name: train
                image: busybox:1.37
              - name: test
                image: busybox:1.37
                dependencies: [trian]`),
      finds: [
        {
          path: "spec.templates[0].containerSet.containers[1].dependencies[0]",
          message: /"trian".*Did you mean "train"/,
        },
      ],
    },
    {
      title: "dependencies in a circle",
      manifest: workflow(`
        - name: main
          containerSet:
            containers:
              - name: a
                image: busybox:1.37
                dependencies: [b]
              - name: b
                image: busybox:1.37
                dependencies: [a]`),
      finds: [{ path: "spec.templates[0].containerSet.containers[0].dependencies", message: /cycle.*a, b/ }],
    },
    {
      title: "outputs without a container called main",
      manifest: workflow(`
        - name: main
          containerSet:
            containers:
              - name: a
                image: busybox:1.37
          outputs:
            artifacts:
              - name: data
                path: /tmp/data`),
      finds: [{ path: "spec.templates[0].containerSet.containers", message: /named "main".*outputs/ }],
    },
  ],
  right: [
    {
      title: "a container called main that waits for another",
      manifest: workflow(`
        - name: main
          containerSet:
            containers:
              - name: a
                image: busybox:1.37
              - name: main
                image: busybox:1.37
                dependencies: [a]
          outputs:
            artifacts:
              - name: data
                path: /tmp/data`),
    },
  ],
};
