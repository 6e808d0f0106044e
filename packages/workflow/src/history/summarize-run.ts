import type { Workflow } from "../definition/graph.js";
import type { JsonValue } from "../definition/json-value.js";
import { omitUndefined } from "../definition/omit-undefined.js";
import { redactSecrets } from "../definition/redact-secrets.js";
import { phaseNow } from "../local/phase-now.js";
import { metricOf } from "./metric-of.js";
import type { RunNotes } from "./run-notes.js";
import type { RunMetric, RunSummary } from "./run-summary.js";
import { type StoredRun, secondsBetween } from "./stored-run.js";
import { isDefault, typedValue } from "./typed-values.js";

/**
 * The summary of a run.
 * @param workflow the definition, if the project has it
 * @param differing names of parameters that differ among the runs of a workflow without a definition
 */
export function summarizeRun(
  name: string,
  directory: string,
  stored: StoredRun,
  notes: RunNotes,
  workflow: Workflow | undefined,
  differing: ReadonlySet<string>,
): RunSummary {
  const { code, startedAt, finishedAt } = stored;
  const texts = Object.entries(stored.inputs.parameters);
  const isChanged = ([parameter, text]: [string, string]): boolean =>
    workflow === undefined ? differing.has(parameter) : !isDefault(text, workflow.inputs[parameter]);
  const typed = ([parameter, text]: [string, string]): [string, JsonValue] => [
    parameter,
    typedValue(redactSecrets(text, []), workflow?.inputs[parameter]),
  ];
  const { phase, message } = phaseNow(stored);
  return {
    name,
    directory,
    workflow: stored.workflow,
    phase,
    ...omitUndefined({ message }),
    startedAt,
    ...omitUndefined({ durationSeconds: secondsBetween(startedAt, finishedAt) }),
    parameters: Object.fromEntries(texts.map(typed)),
    changedParameters: Object.fromEntries(texts.filter(isChanged).map(typed)),
    metrics: metricsOf(stored, workflow),
    ...omitUndefined({ gitCommit: code.gitCommit, gitDirty: code.gitDirty, note: notes.note }),
    tags: notes.tags,
    code,
    inputs: Object.fromEntries(
      Object.entries(stored.inputs.artifacts).map(([input, found]) => [
        input,
        [found].flat().map(({ path, sha256 }) => ({ path, sha256 })),
      ]),
    ),
    tasks: stored.tasks,
  };
}

function metricsOf(stored: StoredRun, workflow: Workflow | undefined): Record<string, RunMetric> {
  const used = new Set<string>();
  const returned = Object.entries(stored.returned).flatMap(([name, text]): [string, RunMetric][] => {
    const value = typedValue(text, workflow?.outputs[name]);
    if (typeof value !== "number") return [];
    const { direction, entry = name } = workflow === undefined ? {} : (metricOf(workflow, name) ?? {});
    used.add(entry);
    return [[name, { ...stored.measured[entry], value, ...omitUndefined({ direction }) }]];
  });
  const declared = returned.filter(([, { direction }]) => direction !== undefined);
  const others = Object.entries(stored.measured).filter(
    ([name]) => !used.has(name) && !returned.some(([each]) => each === name),
  );
  return Object.fromEntries([...declared, ...returned, ...others]);
}
