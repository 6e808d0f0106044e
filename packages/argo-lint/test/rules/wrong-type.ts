import { wrongType } from "../../src/rules/source/wrong-type.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: wrongType,
  wrong: [
    {
      title: "a number where a text is due",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
            env: [{name: PORT, value: 8080}]`),
      finds: [
        {
          path: "spec.templates[0].container.env[0].value",
          message: /must be a string, but is the number 8080.*quotes: "8080"/,
          line: 11,
        },
      ],
    },
    {
      title: "a boolean, as YAML reads yes",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
            args: [yes]`),
      finds: [
        {
          path: "spec.templates[0].container.args[0]",
          message: /Item 1 of "args" must be a string, but is the boolean true/,
        },
      ],
    },
    {
      title: "a text where a whole number is due",
      manifest: workflow(
        `
        - name: main
          container:
            image: busybox:1.37`,
        `parallelism: "2"`,
      ),
      finds: [{ path: "spec.parallelism", message: /must be a whole number.*Write 2 without quotes/ }],
    },
    {
      title: "a fraction where a whole number is due",
      manifest: workflow(
        `
        - name: main
          container:
            image: busybox:1.37`,
        `priority: 1.5`,
      ),
      finds: [{ path: "spec.priority", message: /must be a whole number/ }],
    },
    {
      title: "a number of more than 32 bits",
      manifest: workflow(
        `
        - name: main
          container:
            image: busybox:1.37`,
        `priority: 3000000000`,
      ),
      finds: [{ path: "spec.priority", message: /32 bits/ }],
    },
    {
      title: "a negative number where none is allowed",
      manifest: workflow(`
        - name: main
          inputs:
            artifacts:
              - name: code
                path: /code
                git: {repo: "https://example.com/a.git", depth: -1}
          container:
            image: busybox:1.37`),
      finds: [{ path: "spec.templates[0].inputs.artifacts[0].git.depth", message: /not negative/ }],
    },
    {
      title: "a quantity with an unknown suffix",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
            resources: {limits: {memory: 1Gx}}`),
      finds: [
        {
          path: "spec.templates[0].container.resources.limits.memory",
          message: /must be a quantity, but is the string "1Gx"/,
        },
      ],
    },
    {
      title: "a text where a list is due",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
            command: echo`),
      finds: [{ path: "spec.templates[0].container.command", message: /must be a list.*dash/ }],
    },
    {
      title: "a list where a map is due",
      manifest: workflow(`
        - name: main
          container:
            - image: busybox:1.37`),
      finds: [{ path: "spec.templates[0].container", message: /must be a map of fields, but is a list/ }],
    },
    {
      title: "a text where true or false is due",
      manifest: workflow(
        `
        - name: main
          container:
            image: busybox:1.37`,
        `suspend: "false"`,
      ),
      finds: [{ path: "spec.suspend", message: /must be true or false/ }],
    },
    {
      title: "steps that are no list of lists",
      manifest: workflow(`
        - name: main
          steps:
            - name: first
              template: main`),
      finds: [{ path: "spec.templates[0].steps[0]", message: /Begin the step with `- -`/ }],
    },
    {
      title: "a number as the value of a label",
      manifest: `apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata:
  generateName: test-
  labels: {version: 1.10}
spec:
  entrypoint: main
  templates:
    - name: main
      container:
        image: busybox:1.37
`,
      finds: [{ path: "metadata.labels.version", message: /must be a string, but is the number 1.1/ }],
    },
    {
      title: "a time that is none",
      manifest: `apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata:
  generateName: test-
  creationTimestamp: yesterday
spec:
  entrypoint: main
  templates:
    - name: main
      container:
        image: busybox:1.37
`,
      finds: [{ path: "metadata.creationTimestamp", message: /must be a time/ }],
    },
    {
      title: "a text where a map of any keys is due",
      manifest: workflow(
        `
        - name: main
          container:
            image: busybox:1.37`,
        `nodeSelector: fast`,
      ),
      finds: [{ path: "spec.nodeSelector", message: /must be a map, but is the string/ }],
    },
    {
      title: "bytes that are no base64",
      manifest: workflow(`
        - name: main
          http: {url: "https://example.com", bodyFrom: {bytes: "a b"}}`),
      finds: [{ path: "spec.templates[0].http.bodyFrom.bytes", message: /base64/ }],
    },
    {
      title: "a plugin without a map",
      manifest: workflow(`
        - name: main
          plugin: hello`),
      finds: [{ path: "spec.templates[0].plugin", message: /must be a map with one key/ }],
    },
    {
      title: "a bucket of a histogram that is a text",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
          metrics:
            prometheus:
              - {name: duration, help: seconds, histogram: {value: "1", buckets: ["a"]}}`),
      finds: [
        { path: "spec.templates[0].metrics.prometheus[0].histogram.buckets[0]", message: /must be a number/ },
      ],
      argoLint: { accepts: true, because: "it does not read the buckets, but the API server does" },
    },
  ],
  right: [
    {
      title: "numbers and booleans as values of parameters",
      manifest: workflow(
        `
        - name: main
          container:
            image: busybox:1.37`,
        `arguments: {parameters: [{name: a, value: 1}, {name: b, value: true}]}`,
      ),
    },
    {
      title: "a number or a text where both are possible",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
          retryStrategy: {limit: 2}
          activeDeadlineSeconds: '60'`),
    },
    {
      title: "quantities as texts and numbers",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
            resources: {limits: {cpu: 0.5, memory: 1.5Gi}, requests: {cpu: 100m, memory: 1e6}}`),
    },
    {
      title: "whole numbers that are written as fractions",
      manifest: workflow(
        `
        - name: main
          container:
            image: busybox:1.37`,
        `parallelism: 2.0`,
      ),
    },
    {
      title: "a date where a text is due: YAML makes a text of it",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
            args: [2026-01-31, 12:30:00]`),
    },
    {
      title: "anything as an item",
      manifest: workflow(`
        - name: main
          steps:
            - - name: all
                template: one
                withItems: [1, a, true, {b: 2}]
        - name: one
          container:
            image: busybox:1.37`),
    },
  ],
};
