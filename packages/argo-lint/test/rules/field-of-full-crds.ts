import { fieldOfFullCrds } from "../../src/rules/structure/field-of-full-crds.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: fieldOfFullCrds,
  wrong: [
    {
      title: "a memoize without a cache",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
          memoize:
            key: a
            maxAge: 1h`),
      finds: [{ path: "spec.templates[0].memoize", message: /memoize has no cache.*full CRDs/ }],
    },
    {
      title: "a request without a URL",
      manifest: workflow(`
        - name: main
          http:
            method: GET`),
      finds: [{ path: "spec.templates[0].http", message: /http has no url/ }],
    },
    {
      title: "a histogram without buckets",
      manifest: workflow(
        `
        - name: main
          container:
            image: busybox:1.37`,
        `
        metrics:
          prometheus:
            - name: runs
              help: how many
              histogram: {value: "1"}`,
      ),
      finds: [{ path: "spec.metrics.prometheus[0].histogram", message: /histogram has no buckets/ }],
    },
    {
      title: "an output in Azure without a blob",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
          outputs:
            artifacts:
              - name: data
                path: /tmp/data
                azure: {endpoint: https://a.blob.core.windows.net, container: c}`),
      finds: [{ path: "spec.templates[0].outputs.artifacts[0].azure", message: /azure has no blob/ }],
    },
  ],
  right: [
    {
      title: "a memoize with all of its fields",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
          memoize:
            key: a
            maxAge: 1h
            cache:
              configMap:
                name: cache`),
    },
    {
      title: "an argument that another rule speaks of",
      manifest: workflow(`
        - name: main
          steps:
            - - name: a
                template: use
                arguments:
                  artifacts:
                    - name: data
                      gcs: {bucket: b}
        - name: use
          inputs:
            artifacts:
              - name: data
                path: /tmp/data
          container:
            image: busybox:1.37`),
      argoLint: { accepts: false, because: "the rule artifact-argument finds it" },
    },
  ],
};
