import { printable } from "@tiphys/argo-lint/text";
import { findSteps } from "../../definition/find-steps.js";
import type { Workflow } from "../../definition/graph.js";
import { allTasks } from "../../local/all-tasks.js";
import type { StepCodes } from "../../local/cache/step-code.js";
import type { RunRecord, TaskRecord } from "../../local/run-record.js";

/** What `--verify-cache` found: steps whose outputs depend on more than their inputs. */
export function describeDifferences({ tasks }: RunRecord): string[] {
  return allTasks(tasks).flatMap(({ id, template = id, key }) =>
    key?.differs === undefined
      ? []
      : [
          `${id} is not pure: with the same code, inputs and parameters, ${key.differs.map(printable).join(", ")} ` +
            `had other bytes in an earlier run. Make ${template} depend on its inputs only, or let it say cache: false.`,
        ],
  );
}

/** Notes about steps that ran and visibly read more than their inputs, without saying so. */
export function describeOutsideReads(workflow: Workflow, record: RunRecord, codes: StepCodes): string[] {
  const ran = new Set(allTasks(record.tasks).flatMap(stepThatRan));
  return [...findSteps([workflow]).values()].flatMap((step) => {
    if (!ran.has(step.name) || step.cache === false) return [];
    const found = codes.readsOutside(step);
    if (found.length === 0) return [];
    const files = [...new Set(found.map(({ file }) => file))].join(", ");
    const what = [...new Set(found.map((each) => each.what))].join(", ");
    return [`${step.name}: ${files} uses ${what}. If its outputs depend on that, let it say cache: false.`];
  });
}

function stepThatRan({ kind, template, phase, cached }: TaskRecord): string[] {
  return kind === "step" && template !== undefined && phase === "Succeeded" && cached === undefined
    ? [template]
    : [];
}
