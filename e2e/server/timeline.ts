import { fieldsOf } from "../../packages/workflow/src/argo/client/requests.js";
import type { Moment } from "./recording.js";

/** The fields of a workflow that no test reads: its templates, and who changed which field. */
const bulk = ["managedFields", "templates", "storedTemplates"];

/** A value of the API without the fields that no test reads. */
export function withoutBulk(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, inner: unknown) => (bulk.includes(key) ? undefined : inner)));
}

/**
 * The moments of a workflow in order, without duplicates; of several with the same tree, the last.
 * @param moments in the order of recording, from several requests
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

/** Increases with each change: the number of a change in the store of Kubernetes. */
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
