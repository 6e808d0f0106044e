import { unknownVolume } from "../../src/rules/structure/unknown-volume.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: unknownVolume,
  wrong: [
    {
      title: "a container that mounts what is not there",
      manifest: workflow(
        `
        - name: main
          container:
            image: busybox:1.37
            volumeMounts:
              - {name: dta, mountPath: /data}`,
        `
        volumes:
          - {name: data, emptyDir: {}}`,
      ),
      finds: [
        { path: "spec.templates[0].container.volumeMounts[0].name", message: /"dta".*Did you mean "data"/ },
      ],
    },
    {
      title: "a sidecar that mounts what is not there",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
          sidecars:
            - name: proxy
              image: busybox:1.37
              volumeMounts:
                - {name: data, mountPath: /data}`),
      finds: [{ path: "spec.templates[0].sidecars[0].volumeMounts[0].name", message: /"data"/ }],
    },
  ],
  right: [
    {
      title: "a volume of the template, and a claim of the workflow",
      manifest: workflow(
        `
        - name: main
          volumes:
            - {name: cache, emptyDir: {}}
          container:
            image: busybox:1.37
            volumeMounts:
              - {name: cache, mountPath: /cache}
              - {name: data, mountPath: /data}`,
        `
        volumeClaimTemplates:
          - metadata:
              name: data
            spec:
              accessModes: [ReadWriteOnce]`,
      ),
    },
    {
      title: "a workflow template, whose user has the volume",
      manifest: `apiVersion: argoproj.io/v1alpha1
kind: WorkflowTemplate
metadata:
  name: test
spec:
  templates:
    - name: main
      container:
        image: busybox:1.37
        volumeMounts:
          - {name: data, mountPath: /data}
`,
    },
  ],
};
