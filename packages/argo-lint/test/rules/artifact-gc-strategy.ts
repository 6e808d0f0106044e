import { artifactGcStrategy } from "../../src/rules/structure/artifact-gc-strategy.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: artifactGcStrategy,
  wrong: [
    {
      title: "a strategy of artifactGC that is not known",
      manifest: workflow(
        `
        - name: main
          container:
            image: busybox:1.37`,
        `
        artifactGC:
          strategy: OnWorkflowSuccess`,
      ),
      finds: [{ path: "spec.artifactGC.strategy", message: /strategy "OnWorkflowSuccess" of artifactGC/ }],
    },
    {
      title: "a strategy of one artifact that is not known",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
          outputs:
            artifacts:
              - name: data
                path: /tmp/data
                artifactGC:
                  strategy: Nevr`),
      finds: [
        {
          path: "spec.templates[0].outputs.artifacts[0].artifactGC.strategy",
          message: /Did you mean "Never"/,
        },
      ],
    },
  ],
  right: [
    {
      title: "a strategy that is known",
      manifest: workflow(
        `
        - name: main
          container:
            image: busybox:1.37`,
        `
        artifactGC:
          strategy: OnWorkflowDeletion`,
      ),
    },
  ],
};
