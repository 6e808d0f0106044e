import { unknownFunction } from "../../src/rules/expressions/unknown-function.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: unknownFunction,
  wrong: [
    {
      title: "a function that is misspelt",
      manifest: workflow(`
- name: main
  retryStrategy:
    limit: "2"
    expression: asInteger(lastRetry.exitCode) > 1
  container: { image: busybox:1.37 }`),
      finds: [{ path: "spec.templates[0].retryStrategy.expression", message: /asInteger\(…\)/ }],
    },
    {
      title: "a function of sprig that does not exist",
      manifest: workflow(`
- name: main
  retryStrategy:
    limit: "2"
    expression: sprig.trimm(lastRetry.message) == "lost"
  container: { image: busybox:1.37 }`),
      finds: [
        { path: "spec.templates[0].retryStrategy.expression", message: /sprig\.trimm.*Did you mean "trim"/ },
      ],
    },
    {
      title: "a function of Argo where it has none",
      manifest: workflow(`
- name: main
  http: { url: "https://example.org", successCondition: "asInt(response.statusCode) < 400" }`),
      finds: [
        {
          path: "spec.templates[0].http.successCondition",
          message: /asInt\(…\), a function that does not exist here/,
        },
      ],
    },
  ],
  right: [
    {
      title: "functions of expr, Argo and sprig, and methods",
      manifest: workflow(`
- name: main
  retryStrategy:
    limit: "2"
    expression: asInt(lastRetry.exitCode) > 1 && len(sprig.trim(lastRetry.message)) > 0 && now().Hour() < 6
  container: { image: busybox:1.37 }`),
    },
  ],
};
