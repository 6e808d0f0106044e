import type { CronWorkflowSpec } from "../../definition/argo-schema/types.js";
import type { DeepPartial } from "./deep-partial.js";
import { isObject } from "./json.js";
import type { Manifest } from "./manifest.js";

/** The specification of a CronWorkflow; undefined for other kinds. */
export function cronSpecOf({ kind, value }: Manifest): DeepPartial<CronWorkflowSpec> | undefined {
  if (kind !== "CronWorkflow") return undefined;
  // The schema has been checked, so it has Argo's type.
  return isObject(value.spec) ? (value.spec as DeepPartial<CronWorkflowSpec>) : {};
}
