import { mountPath } from "../../src/rules/structure/mount-path.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: mountPath,
  wrong: [
    {
      title: "two volumes at one path",
      manifest: workflow(
        `
        - name: main
          container:
            image: busybox:1.37
            volumeMounts:
              - {name: a, mountPath: /data}
              - {name: b, mountPath: /data}`,
        `
        volumes:
          - {name: a, emptyDir: {}}
          - {name: b, emptyDir: {}}`,
      ),
      finds: [
        {
          path: "spec.templates[0].container.volumeMounts[1].mountPath",
          message: /volume "b".*already used by volume "a"/,
        },
      ],
    },
    {
      title: "an artifact at the path of a volume",
      manifest: workflow(
        `
        - name: main
          inputs:
            artifacts:
              - name: data
                path: /data
                s3:
                  key: data
          container:
            image: busybox:1.37
            volumeMounts:
              - {name: a, mountPath: /data}`,
        `
        volumes:
          - {name: a, emptyDir: {}}`,
      ),
      finds: [{ path: "spec.templates[0].inputs.artifacts[0].path", message: /artifact "data"/ }],
    },
    {
      title: "two volumes at one path of a script",
      manifest: workflow(
        `
        - name: main
          script:
            image: busybox:1.37
            source: echo
            volumeMounts:
              - {name: a, mountPath: /data}
              - {name: b, mountPath: /data}`,
        `
        volumes:
          - {name: a, emptyDir: {}}
          - {name: b, emptyDir: {}}`,
      ),
      finds: [{ path: "spec.templates[0].script.volumeMounts[1].mountPath", message: /already used by/ }],
      argoLint: { accepts: true, because: "argo lint looks at containers only; Kubernetes refuses the pod" },
    },
    {
      title: "two volumes at one path of a container set",
      manifest: workflow(
        `
        - name: main
          containerSet:
            volumeMounts:
              - {name: a, mountPath: /data}
              - {name: b, mountPath: /data}
            containers:
              - name: main
                image: busybox:1.37`,
        `
        volumes:
          - {name: a, emptyDir: {}}
          - {name: b, emptyDir: {}}`,
      ),
      finds: [
        { path: "spec.templates[0].containerSet.volumeMounts[1].mountPath", message: /already used by/ },
      ],
    },
  ],
  right: [
    {
      title: "an artifact in a folder below a volume",
      manifest: workflow(
        `
        - name: main
          inputs:
            artifacts:
              - name: data
                path: /data/in
                s3:
                  key: data
          container:
            image: busybox:1.37
            volumeMounts:
              - {name: a, mountPath: /data}`,
        `
        volumes:
          - {name: a, emptyDir: {}}`,
      ),
    },
  ],
};
