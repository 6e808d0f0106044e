import { volumeName } from "../../src/rules/names/volume-name.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: volumeName,
  wrong: [
    {
      title: "a name with _",
      manifest: workflow(
        `
        - name: main
          container:
            image: busybox:1.37
            volumeMounts: [{name: my_data, mountPath: /data}]`,
        `volumes: [{name: my_data, emptyDir: {}}]`,
      ),
      finds: [{ path: "spec.volumes[0].name", message: /"my_data" of the manifest.*"my-data"/ }],
    },
    {
      title: "two volumes of one name",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
          volumes: [{name: a, emptyDir: {}}, {name: a, emptyDir: {}}]`),
      finds: [
        { path: "spec.templates[0].volumes[1].name", message: /"a" of template "main" is defined twice/ },
      ],
    },
  ],
  right: [
    {
      title: "a volume of the workflow with any name, which nothing mounts",
      manifest: workflow(
        `
        - name: main
          container:
            image: busybox:1.37`,
        `volumes: [{name: my_data, emptyDir: {}}]`,
      ),
    },
    {
      title: "a name of lowercase letters, digits and -",
      manifest: workflow(
        `
        - name: main
          container:
            image: busybox:1.37`,
        `volumes: [{name: data-1, emptyDir: {}}]`,
      ),
    },
  ],
};
