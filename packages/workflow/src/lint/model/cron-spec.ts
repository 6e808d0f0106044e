import type { CronWorkflowSpec } from "../../definition/argo-schema/types.js";
import { isObject } from "./json.js";
import type { Loose } from "./loose.js";
import type { Manifest } from "./manifest.js";

/** The specification of a CronWorkflow; undefined for other kinds. */
export function cronSpecOf({ kind, value }: Manifest): Loose<CronWorkflowSpec> | undefined {
  if (kind !== "CronWorkflow") return undefined;
  // The schema has been checked, so it has Argo's type.
  return isObject(value.spec) ? (value.spec as Loose<CronWorkflowSpec>) : {};
}
