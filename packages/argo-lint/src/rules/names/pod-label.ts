import { labelKeyProblem, labelProblems } from "../../kubernetes/label-problems.js";
import { isLabelKey } from "../../kubernetes/name-formats.js";
import { hasTag } from "../../model/tags.js";
import { defineRule } from "../../rule.js";

export const podLabel = defineRule({
  name: "pod-label",
  severity: "error",
  refusedBy: "controller",
  summary:
    "Labels and annotations that Argo writes to pods and workflows have names and values that Kubernetes accepts.",
  manifest(manifest, report) {
    const { spec, specPath, templates, kind, value } = manifest;
    const metadata = spec.workflowMetadata ?? {};
    const at = [...specPath, "workflowMetadata"];
    for (const fault of labelProblems(metadata, at, true)) report(fault);
    for (const key of Object.keys(metadata.labelsFrom ?? {})) {
      if (!isLabelKey(key) && !hasTag(key)) report(labelKeyProblem(key, [...at, "labelsFrom", key], "label"));
    }
    for (const fault of labelProblems(spec.podMetadata ?? {}, [...specPath, "podMetadata"], true))
      report(fault);
    for (const { template, path } of templates) {
      for (const fault of labelProblems(template.metadata ?? {}, [...path, "metadata"], true)) report(fault);
    }
    if (kind !== "CronWorkflow") return;
    const ofCron = (value.spec as { workflowMetadata?: Parameters<typeof labelProblems>[0] } | undefined)
      ?.workflowMetadata;
    for (const fault of labelProblems(ofCron ?? {}, ["spec", "workflowMetadata"], true)) report(fault);
  },
});
