import { isObject } from "../../model/json.js";
import { referredManifest } from "../../model/scopes/global-scope.js";
import { defineRule } from "../../rule.js";

export const cronDeadline = defineRule({
  name: "cron-deadline",
  severity: "note",
  summary: "A cron workflow has an activeDeadlineSeconds, as nobody watches its runs.",
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
        policy === "Forbid" ? "keeps all later ones from starting" : "is never ended"
      }${policy === "Allow" ? ", and others start beside it" : ""}.`,
      fix: "Add activeDeadlineSeconds: 3600 to workflowSpec, with the time that a run may take at most.",
    });
  },
});
