import { secretInEnv } from "../../src/rules/best-practices/secret-in-env.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: secretInEnv,
  wrong: [
    {
      title: "a password in the environment",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
            env:
              - {name: DB_PASSWORD, value: hunter2}`),
      finds: [
        {
          path: "spec.templates[0].container.env[0].value",
          message: /DB_PASSWORD.*secretKeyRef.*db-password/,
        },
      ],
    },
    {
      title: "a token of a sidecar",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
          sidecars:
            - name: proxy
              image: busybox:1.37
              env:
                - {name: token, value: abcdef}`),
      finds: [{ path: "spec.templates[0].sidecars[0].env[0].value", message: /token/ }],
    },
  ],
  right: [
    {
      title: "a secret of Kubernetes",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
            env:
              - name: DB_PASSWORD
                valueFrom:
                  secretKeyRef: {name: db, key: password}`),
    },
    {
      title: "a variable, a path, a URL, a switch and another name",
      manifest: workflow(
        `
        - name: main
          container:
            image: busybox:1.37
            env:
              - {name: API_KEY, value: "{{workflow.parameters.key}}"}
              - {name: TOKEN, value: /var/run/token}
              - {name: OAUTH_TOKEN, value: "https://example.com/token"}
              - {name: PASSWORD, value: "false"}
              - {name: SECRET_NAME, value: db}
              - {name: MONKEY, value: banana}`,
        `
        arguments:
          parameters:
            - name: key
              value: a`,
      ),
    },
  ],
};
