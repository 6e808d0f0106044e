import { outputArtifactSource } from "../../src/rules/structure/output-artifact-source.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: outputArtifactSource,
  wrong: [
    {
      title: "an output artifact of a DAG from nowhere",
      manifest: workflow(`
        - name: main
          outputs:
            artifacts:
              - name: model
          dag:
            tasks:
              - name: a
                inline:
                  suspend: {}`),
      finds: [
        { path: "spec.templates[0].outputs.artifacts[0]", message: /tasks\.NAME\.outputs\.artifacts\.model/ },
      ],
    },
  ],
  right: [
    {
      title: "an output artifact of a DAG from a task",
      manifest: workflow(`
        - name: main
          outputs:
            artifacts:
              - name: model
                from: "{{tasks.train.outputs.artifacts.model}}"
          dag:
            tasks:
              - name: train
                template: train
        - name: train
          outputs:
            artifacts:
              - name: model
                path: /tmp/model
          container:
            image: busybox:1.37`),
    },
  ],
};
