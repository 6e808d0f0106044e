import { volumeClaimName } from "../../src/rules/structure/volume-claim-name.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: volumeClaimName,
  wrong: [
    {
      title: "a claim without a name",
      manifest: workflow(
        `
        - name: main
          container:
            image: busybox:1.37`,
        `
        volumeClaimTemplates:
          - spec:
              accessModes: [ReadWriteOnce]`,
      ),
      finds: [{ path: "spec.volumeClaimTemplates[0]", message: /no metadata.name/ }],
    },
  ],
  right: [
    {
      title: "a claim with a name",
      manifest: workflow(
        `
        - name: main
          container:
            image: busybox:1.37`,
        `
        volumeClaimTemplates:
          - metadata:
              name: data
            spec:
              accessModes: [ReadWriteOnce]`,
      ),
    },
  ],
};
