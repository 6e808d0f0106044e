import { containerName } from "../../src/rules/names/container-name.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: containerName,
  wrong: [
    {
      title: "a sidecar with capital letters",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
          sidecars: [{name: Data_Base, image: "redis:8"}]`),
      finds: [{ path: "spec.templates[0].sidecars[0].name", message: /sidecar "Data_Base".*"data-base"/ }],
    },
    {
      title: "a sidecar called main",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
          sidecars: [{name: main, image: "redis:8"}]`),
      finds: [{ path: "spec.templates[0].sidecars[0].name", message: /as another container of the pod/ }],
    },
    {
      title: "two sidecars of one name",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
          sidecars: [{name: a, image: "redis:8"}, {name: a, image: "redis:8"}]`),
      finds: [{ path: "spec.templates[0].sidecars[1].name", message: /Give it another name/ }],
    },
  ],
  right: [
    {
      title: "names of their own",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
          sidecars: [{name: a, image: 'redis:8'}, {name: b, image: 'redis:8'}]`),
    },
  ],
};
