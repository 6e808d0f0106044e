import { defineRule } from "../../rule.js";

export const manifestSize = defineRule({
  name: "manifest-size",
  severity: "error",
  refusedBy: "API server",
  summary:
    "A manifest fits into etcd, which accepts requests of at most 1.5 MiB. The controller stores the status of the tasks with it. A manifest with more than 100,000 keys and values is not checked.",
  document({ problems }, report) {
    for (const { kind, message, start, end } of problems) {
      if (kind !== "size") continue;
      const fix =
        "Split it into several templates, or move large parts into a ConfigMap, an artifact or the image.";
      report({ at: [], range: { start, end }, message: `${message}.`, fix });
    }
  },
});
