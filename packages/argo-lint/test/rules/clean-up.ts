import { cleanUp } from "../../src/rules/structure/clean-up.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: cleanUp,
  wrong: [
    {
      title: "a strategy of volumeClaimGC that is not known",
      manifest: workflow(
        `
        - name: main
          container:
            image: busybox:1.37`,
        `
        volumeClaimGC:
          strategy: Never`,
      ),
      finds: [{ path: "spec.volumeClaimGC.strategy", message: /of volumeClaimGC/ }],
    },
    {
      title: "a delay in days",
      manifest: workflow(
        `
        - name: main
          container:
            image: busybox:1.37`,
        `
        podGC:
          strategy: OnPodCompletion
          deleteDelayDuration: 1d`,
      ),
      finds: [{ path: "spec.podGC.deleteDelayDuration", message: /"1d"/ }],
    },
  ],
  right: [
    {
      title: "strategies that are known",
      manifest: workflow(
        `
        - name: main
          container:
            image: busybox:1.37`,
        `
        volumeClaimGC:
          strategy: OnWorkflowCompletion
        podGC:
          deleteDelayDuration: 30s`,
      ),
    },
  ],
};
