import type { RunSummary } from "../../../../history/index.js";
import type { RunRecord } from "../../../../local/run-record.js";
import { freeName, mlflowNames } from "./mlflow-names.js";

/** A parameter of an MLflow run. */
interface MlflowParameter {
  readonly key: string;
  readonly value: string;
}

/** A measured number. `timestamp` in milliseconds since 1970. */
export interface MlflowMetric {
  readonly key: string;
  readonly value: number;
  readonly timestamp: number;
  readonly step: number;
}

/** In UTF-16 units. MLflow counts code points: 6000, and, before version 3, 5000 in tags. */
const maxParameter = 6000;
const maxTag = 5000;

/** The parameters of a run. MLflow has texts only; a long one is cut off. */
export function mlflowParameters({ parameters }: RunSummary): MlflowParameter[] {
  const names = mlflowNames(Object.keys(parameters));
  return Object.entries(parameters).map(([name, value]) => ({
    key: names.get(name) ?? name,
    value: cut(typeof value === "string" ? value : JSON.stringify(value), maxParameter),
  }));
}

/**
 * The metrics of a run; the ends of a confidence interval are metrics as well: `auc`, `auc_low`, `auc_high`, or, if the run has
 * a metric of that name, `auc_low_2`.
 */
export function mlflowMetrics({ metrics, startedAt, durationSeconds = 0 }: RunSummary): MlflowMetric[] {
  const timestamp = Date.parse(startedAt) + 1000 * durationSeconds;
  const used = new Set(Object.keys(metrics));
  const end = (name: string, value: number): [string, number] => {
    const free = freeName(name, used);
    used.add(free);
    return [free, value];
  };
  const values = Object.entries(metrics).flatMap(([name, { value, interval }]): [string, number][] => [
    [name, value],
    ...(interval === undefined ? [] : [end(`${name}_low`, interval.low), end(`${name}_high`, interval.high)]),
  ]);
  const byName = new Map(values);
  const names = mlflowNames([...byName.keys()]);
  return [...byName].map(([name, value]) => ({ key: names.get(name) ?? name, value, timestamp, step: 0 }));
}

/** The tags of a run: what MLflow shows of it, and what is known here. Undefined: a tag that an earlier export may have set. */
export function mlflowTags(summary: RunSummary): Record<string, string | undefined> {
  const { workflow, phase, code, note, tags, gitCommit, gitDirty } = summary;
  return {
    "mlflow.source.name": workflow,
    "mlflow.source.type": "LOCAL",
    "mlflow.source.git.commit": gitCommit,
    "mlflow.note.content": note === undefined ? undefined : cut(note, maxTag),
    "tiphys.workflow": workflow,
    "tiphys.phase": phase,
    "tiphys.code": code.sha256,
    "tiphys.git_dirty": gitDirty === undefined ? undefined : String(gitDirty),
    "tiphys.node": code.node,
    "tiphys.tags": tags.length === 0 ? undefined : cut(tags.join(", "), maxTag),
  };
}

/** MLflow's status of a run. */
export function mlflowStatus(phase: RunRecord["phase"]): "FINISHED" | "RUNNING" | "KILLED" | "FAILED" {
  if (phase === "Succeeded") return "FINISHED";
  if (phase === "Running" || phase === "Suspended" || phase === "Pending") return "RUNNING";
  return phase === "Interrupted" ? "KILLED" : "FAILED";
}

/** Does not end in the middle of a character. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}
