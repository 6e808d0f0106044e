import { fieldsOf } from "../../packages/workflow/src/argo/client/requests.js";
import type { Moment } from "./recording.js";

/** What no test reads of a workflow: its templates, and who changed which field. */
const bulk = ["managedFields", "templates", "storedTemplates"];

/** A value of the API without what no test reads. */
export function withoutBulk(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, inner: unknown) => (bulk.includes(key) ? undefined : inner)));
}

/**
 * The moments of a workflow in their order, each once; of those in which its tree looks the same, the last.
 * @param moments as they came by, on several ways
 */
export function thinned(moments: readonly Moment[]): Moment[] {
  const ordered = [...moments].sort(
    (a, b) => versionOf(a) - versionOf(b) || (a.after === undefined ? 1 : -1),
  );
  const kept: Moment[] = [];
  for (const moment of ordered) {
    const last = kept.at(-1);
    if (last !== undefined && versionOf(last) === versionOf(moment)) continue;
    const replaces = last !== undefined && moment.after === undefined && looks(last) === looks(moment);
    if (replaces) kept.splice(-1, 1, last.after === undefined ? moment : { ...moment, after: last.after });
    else kept.push(moment);
  }
  return kept;
}

/** Grows with each change; Kubernetes gives the number of a change in its store. */
function versionOf({ workflow }: Moment): number {
  const { resourceVersion } = fieldsOf(workflow.metadata);
  return Number(resourceVersion);
}

function looks({ workflow }: Moment): string {
  const { phase, nodes } = fieldsOf(workflow.status);
  const states = Object.values(fieldsOf(nodes)).map((node) => {
    const { id, phase: of, message, outputs } = fieldsOf(node);
    return [id, of, message, outputs];
  });
  return JSON.stringify([phase, states]);
}
