import { artifactLocation } from "../../src/rules/structure/artifact-location.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: artifactLocation,
  wrong: [
    {
      title: "a git artifact without a repository",
      manifest: workflow(`
        - name: main
          inputs:
            artifacts:
              - name: data
                path: /src
                git:
                  revision: main
          container:
            image: busybox:1.37`),
      finds: [{ path: "spec.templates[0].inputs.artifacts[0].git", message: /names no repository/ }],
    },
    {
      title: "an HDFS artifact without addresses",
      manifest: workflow(`
        - name: main
          inputs:
            artifacts:
              - name: data
                path: /data
                hdfs:
                  path: /data
                  hdfsUser: root
          container:
            image: busybox:1.37`),
      finds: [{ path: "spec.templates[0].inputs.artifacts[0].hdfs", message: /no addresses/ }],
    },
    {
      title: "an HDFS artifact without a path",
      manifest: workflow(`
        - name: main
          inputs:
            artifacts:
              - name: data
                path: /data
                hdfs:
                  addresses: ["hdfs:8020"]
                  hdfsUser: root
          container:
            image: busybox:1.37`),
      finds: [{ path: "spec.templates[0].inputs.artifacts[0].hdfs", message: /no path/ }],
    },
    {
      title: "an HDFS path that is not absolute",
      manifest: workflow(`
        - name: main
          inputs:
            artifacts:
              - name: data
                path: /data
                hdfs:
                  addresses: ["hdfs:8020"]
                  path: data
                  hdfsUser: root
          container:
            image: busybox:1.37`),
      finds: [{ path: "spec.templates[0].inputs.artifacts[0].hdfs", message: /not absolute/ }],
    },
    {
      title: "an HDFS artifact without a user",
      manifest: workflow(`
        - name: main
          inputs:
            artifacts:
              - name: data
                path: /data
                hdfs:
                  addresses: ["hdfs:8020"]
                  path: /data
          container:
            image: busybox:1.37`),
      finds: [{ path: "spec.templates[0].inputs.artifacts[0].hdfs", message: /not say who reads/ }],
    },
    {
      title: "Kerberos without its settings, for the archive",
      manifest: workflow(`
        - name: main
          archiveLocation:
            hdfs:
              addresses: ["hdfs:8020"]
              path: /data
              krbKeytabSecret: {name: krb, key: keytab}
              krbUsername: me
          container:
            image: busybox:1.37`),
      finds: [
        {
          path: "spec.templates[0].archiveLocation.hdfs",
          message: /krbServicePrincipalName and krbConfigConfigMap and krbRealm/,
        },
      ],
    },
  ],
  right: [
    {
      title: "a git artifact with a repository",
      manifest: workflow(`
        - name: main
          inputs:
            artifacts:
              - name: data
                path: /src
                git:
                  repo: https://github.com/argoproj/argo-workflows.git
          container:
            image: busybox:1.37`),
    },
  ],
};
