import { isObject } from "../../model/json.js";
import { referredManifest } from "../../model/scopes/global-scope.js";
import { defineRule } from "../../rule.js";

export const cronDeadline = defineRule({
  name: "cron-deadline",
  severity: "note",
  summary: "A cron workflow has an activeDeadlineSeconds, because nobody watches its runs.",
  manifest(manifest, report) {
    const { kind, spec, specPath, value, metadata } = manifest;
    if (kind !== "CronWorkflow" || spec.activeDeadlineSeconds !== undefined) return;
    const referred = referredManifest(manifest);
    if (referred === "elsewhere" || referred?.spec.activeDeadlineSeconds !== undefined) return;
    const cron = isObject(value.spec) ? value.spec : {};
    const policy = cron.concurrencyPolicy ?? "Allow";
    report({
      at: specPath,
      message: `The runs of ${metadata.name ?? "this cron workflow"} have no time limit: one that hangs ${
        policy === "Forbid" ? "keeps all later ones from starting" : "never ends"
      }${policy === "Allow" ? ", and others start in parallel" : ""}.`,
      fix: "Add activeDeadlineSeconds to workflowSpec, the maximum time of a run: activeDeadlineSeconds: 3600.",
    });
  },
});
