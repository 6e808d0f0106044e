import { defineRule } from "../../rule.js";

export const manifestSize = defineRule({
  name: "manifest-size",
  severity: "error",
  refusedBy: "API server",
  summary:
    "A manifest fits into etcd, which takes requests of 1.5 MiB at most. The controller stores the status of the tasks beside it. One with more than 100,000 keys and values is not read.",
  document({ problems }, report) {
    for (const { kind, message, start, end } of problems) {
      if (kind !== "size") continue;
      const fix =
        "Split it into several templates, or move what is large into a ConfigMap, an artifact or the image.";
      report({ at: [], range: { start, end }, message: `${message}.`, fix });
    }
  },
});
