import { networkRetry } from "../../src/rules/best-practices/network-retry.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: networkRetry,
  wrong: [
    {
      title: "an HTTP request",
      manifest: workflow(`
        - name: main
          http:
            url: https://example.com`),
      finds: [{ path: "spec.templates[0]", message: /sends an HTTP request/ }],
    },
    {
      title: "a container that calls curl",
      manifest: workflow(`
        - name: main
          container:
            image: curlimages/curl:8.11.0
            command: [curl]
            args: [https://example.com]`),
      finds: [{ path: "spec.templates[0]", message: /calls curl/ }],
    },
    {
      title: "a shell that calls git clone",
      manifest: workflow(`
        - name: main
          script:
            image: alpine/git:2.47.0
            command: [sh]
            source: |
              cd /tmp
              git clone https://example.com/a.git`),
      finds: [{ path: "spec.templates[0]", message: /calls git clone/ }],
    },
    {
      title: "an artifact from git",
      manifest: workflow(`
        - name: main
          inputs:
            artifacts:
              - name: code
                path: /src
                git: {repo: https://example.com/a.git}
          container:
            image: busybox:1.37`),
      finds: [{ path: "spec.templates[0]", message: /loads "code" from git/ }],
    },
    {
      title: "an artifact from the web",
      manifest: workflow(`
        - name: main
          inputs:
            artifacts:
              - name: data
                path: /data
                http: {url: https://example.com/a.csv}
          container:
            image: busybox:1.37`),
      finds: [{ path: "spec.templates[0]", message: /loads "data" from the web/ }],
    },
  ],
  right: [
    {
      title: "a request that is repeated",
      manifest: workflow(`
        - name: main
          retryStrategy:
            limit: "3"
          http:
            url: https://example.com`),
    },
    {
      title: "a retryStrategy of the workflow",
      manifest: workflow(
        `
        - name: main
          http:
            url: https://example.com`,
        `
        retryStrategy:
          limit: "3"`,
      ),
    },
    {
      title: "curl that repeats itself",
      manifest: workflow(`
        - name: main
          container:
            image: curlimages/curl:8.11.0
            command: [sh, -c]
            args: ["curl --retry 5 https://example.com"]`),
    },
    {
      title: "a text that speaks of curl",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
            command: [echo, "use curl to see it"]`),
    },
  ],
};
