import type { Template } from "../../argo-schema/types.js";
import type { DeepPartial } from "../../model/deep-partial.js";
import { isObject } from "../../model/json.js";
import type { Manifest } from "../../model/manifest.js";
import type { Path } from "../../model/path.js";
import { checkWhen, type WhenCheck } from "./check-when.js";

/** A condition of a manifest, and what can be said of it. */
export interface WhenField {
  readonly text: string;
  readonly path: Path;
  readonly check: WhenCheck;
}

const known = new WeakMap<Manifest, readonly WhenField[]>();

/** Every `when`: of tasks, steps and metrics, and of a cron workflow. */
export function whenFieldsOf(manifest: Manifest): readonly WhenField[] {
  const found = known.get(manifest);
  if (found !== undefined) return found;
  const fields: WhenField[] = [];
  const add = (text: unknown, path: Path, areWordsTexts = true): void => {
    if (typeof text !== "string" || text === "") return;
    fields.push({ text, path, check: checkWhen(text, areWordsTexts) });
  };
  const addMetrics = (template: DeepPartial<Template>, path: Path): void => {
    for (const [i, metric] of (template.metrics?.prometheus ?? []).entries()) {
      add(metric.when, [...path, "metrics", "prometheus", i, "when"]);
    }
  };
  const { value, spec, specPath, templates } = manifest;
  if (manifest.kind === "CronWorkflow" && isObject(value.spec)) add(value.spec.when, ["spec", "when"], false);
  addMetrics({ ...(spec.metrics && { metrics: spec.metrics }) }, specPath);
  for (const { template, path, calls } of templates) {
    addMetrics(template, path);
    for (const call of calls) add(call.value.when, [...call.path, "when"]);
  }
  known.set(manifest, fields);
  return fields;
}
