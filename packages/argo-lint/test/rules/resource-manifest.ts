import { resourceManifest } from "../../src/rules/structure/resource-manifest.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: resourceManifest,
  wrong: [
    {
      title: "a resource without a manifest",
      manifest: workflow(`
        - name: main
          resource:
            action: create`),
      finds: [{ path: "spec.templates[0].resource", message: /no manifest/ }],
    },
    {
      title: "manifest and manifestFrom",
      manifest: workflow(`
        - name: main
          inputs:
            artifacts:
              - name: pod
                path: /tmp/pod
                raw:
                  data: 'kind: Pod'
          resource:
            action: create
            manifest: 'kind: Pod'
            manifestFrom:
              artifact:
                name: pod`),
      finds: [{ path: "spec.templates[0].resource.manifestFrom", message: /both manifest and manifestFrom/ }],
    },
    {
      title: "a manifestFrom of an artifact that is not an input",
      manifest: workflow(`
        - name: main
          resource:
            action: create
            manifestFrom:
              artifact:
                name: pod`),
      finds: [
        {
          path: "spec.templates[0].resource.manifestFrom.artifact.name",
          message: /"pod".*not one of its input artifacts/,
        },
      ],
    },
    {
      title: "a manifest that is not YAML",
      manifest: workflow(`
        - name: main
          resource:
            action: create
            manifest: |
              kind: Pod
              metadata: {name: [}`),
      finds: [{ path: "spec.templates[0].resource.manifest", message: /cannot be read as YAML/ }],
    },
    {
      title: "a variable without quotes that Argo does not know",
      manifest: workflow(`
        - name: main
          resource:
            action: create
            manifest: |
              kind: Pod
              metadata:
                name: {{name}}`),
      finds: [{ path: "spec.templates[0].resource.manifest", message: /without quotes/ }],
    },
  ],
  right: [
    {
      title: "a variable without quotes that Argo knows",
      manifest: workflow(`
        - name: main
          resource:
            action: create
            manifest: |
              kind: Pod
              metadata:
                name: {{workflow.name}}`),
    },
    {
      title: "a manifest with an expression in it",
      manifest: workflow(`
        - name: main
          resource:
            action: create
            manifest: |
              kind: Pod
              metadata:
                generateName: {{=workflow.name + '-'}}`),
    },
    {
      title: "nothing to make, only to delete",
      manifest: workflow(`
        - name: main
          resource:
            action: delete
            flags: [pod, old]`),
    },
  ],
};
