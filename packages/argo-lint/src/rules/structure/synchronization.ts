import type { Synchronization } from "../../argo-schema/types.js";
import type { DeepPartial } from "../../model/deep-partial.js";
import type { Path } from "../../model/path.js";
import { defineRule, type Reporter } from "../../rule.js";

/** Source: allSyncItems in workflow/sync/syncitems.go, getSemaphoreLockName in workflow/sync/lock_name.go. */
export const synchronization = defineRule({
  name: "synchronization",
  severity: "error",
  refusedBy: "controller",
  summary:
    "A semaphore takes its limit from a ConfigMap or from the database, and no lock is requested twice.",
  manifest({ spec, specPath, templates }, report) {
    if (spec.synchronization) check(spec.synchronization, [...specPath, "synchronization"], report);
    for (const { template, path } of templates) {
      if (template.synchronization) check(template.synchronization, [...path, "synchronization"], report);
    }
  },
});

function check(
  { semaphores = [], mutexes = [] }: DeepPartial<Synchronization>,
  at: Path,
  report: Reporter,
): void {
  for (const [i, { configMapKeyRef, database }] of semaphores.entries()) {
    if ((configMapKeyRef === undefined) !== (database === undefined)) continue;
    report({
      at: [...at, "semaphores", i],
      message: `The semaphore has ${database === undefined ? "neither configMapKeyRef nor" : "both configMapKeyRef and"} database.`,
      fix: "Set exactly one of them: it says where the limit is defined.",
    });
  }
  for (const [field, locks] of Object.entries({ semaphores, mutexes })) {
    const seen = new Set<string>();
    for (const [i, lock] of locks.entries()) {
      const text = JSON.stringify(lock);
      if (seen.has(text)) {
        const message = "The same lock is requested twice, so it could never be acquired.";
        report({ at: [...at, field, i], message, fix: "Remove one of the two." });
      }
      seen.add(text);
    }
  }
}
