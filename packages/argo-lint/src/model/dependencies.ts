import { fillParameters } from "./fill-parameters.js";
import type { Call, TemplateNode } from "./manifest.js";

/** What a dependency refers to: the task itself, or its items (`AnySucceeded`, `AllFailed`). */
export type DependencyKind = "task" | "items";

/** The results of a task that `depends` can refer to. */
export const taskResults = [
  "Succeeded",
  "Failed",
  "Errored",
  "Skipped",
  "Omitted",
  "Daemoned",
  "AnySucceeded",
  "AllFailed",
];

/** The calls that have ended before another one starts. */
export interface Ancestors extends Iterable<Call> {
  /** Whether a task or step of that name is one of them. */
  has(name: string): boolean;
}

/** A task of a `depends`, alone or with a result: `a`, `a.Succeeded`. */
const taskName = /([a-zA-Z0-9][-a-zA-Z0-9]*?\.[A-Z][a-zA-Z]+)|([a-zA-Z0-9][-a-zA-Z0-9]*)/g;

const dependenciesOfCalls = new WeakMap<Call, ReadonlyMap<string, DependencyKind>>();
const ancestorsOfCalls = new WeakMap<Call, Ancestors>();
const edges = new WeakMap<TemplateNode, readonly (readonly number[])[]>();
const indexes = new WeakMap<TemplateNode, ReadonlyMap<string, number>>();

/**
 * The names of the tasks that a task of a DAG depends on, by `depends` or, where that is empty, by `dependencies`.
 * A name may be unknown.
 *
 * @returns empty for a step
 * Source: GetTaskDependencies in workflow/common/ancestry.go
 */
export function declaredDependencies(call: Call): ReadonlyMap<string, DependencyKind> {
  const known = dependenciesOfCalls.get(call);
  if (known !== undefined) return known;
  const dependencies = call.kind === "task" ? readDependencies(call) : new Map<string, DependencyKind>();
  dependenciesOfCalls.set(call, dependencies);
  return dependencies;
}

function readDependencies({ value, caller }: Call): Map<string, DependencyKind> {
  const dependencies = new Map<string, DependencyKind>();
  const raw = value.depends || (value.dependencies ?? []).map((name) => `${name}.Succeeded`).join(" && ");
  const text = fillParameters(raw, caller.manifest);
  for (const [, withResult, alone] of text.matchAll(taskName)) {
    const [name = "", result] = withResult?.split(".") ?? [alone];
    if (result === "AnySucceeded" || result === "AllFailed") dependencies.set(name, "items");
    else if (result === undefined || !dependencies.has(name)) dependencies.set(name, "task");
  }
  return dependencies;
}

/**
 * Of a task: the tasks that it depends on, those that these depend on, and so on, never itself. Of a step: the steps of
 * all earlier groups. Cheap enough to compute for every call of a template with thousands.
 *
 * Source: GetTaskAncestry in workflow/common/ancestry.go
 */
export function ancestorsOf(call: Call): Ancestors {
  const known = ancestorsOfCalls.get(call);
  if (known !== undefined) return known;
  const ancestors = call.kind === "task" ? ancestorsOfTask(call) : ancestorsOfStep(call);
  ancestorsOfCalls.set(call, ancestors);
  return ancestors;
}

function ancestorsOfStep({ caller, group }: Call): Ancestors {
  const index = indexOf(caller);
  return {
    has(name) {
      const found = caller.calls[index.get(name) ?? -1];
      return found !== undefined && found.group < group;
    },
    *[Symbol.iterator]() {
      for (const step of caller.calls) if (step.group < group) yield step;
    },
  };
}

/** One bit per task, so that a chain of ten thousand tasks does not need a hundred million names. */
function ancestorsOfTask(call: Call): Ancestors {
  const { calls } = call.caller;
  const index = indexOf(call.caller);
  const before = edgesOf(call.caller);
  const reached = new Uint8Array(Math.ceil(calls.length / 8));
  const isReached = (at: number): boolean => ((reached[at >> 3] ?? 0) & (1 << (at & 7))) !== 0;
  const self = index.get(call.name) ?? -1;
  const waiting = [...(before[self] ?? [])];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (at === self || isReached(at)) continue;
    reached[at >> 3] = (reached[at >> 3] ?? 0) | (1 << (at & 7));
    for (const dependency of before[at] ?? []) waiting.push(dependency);
  }
  return {
    has(name) {
      const at = index.get(name);
      return at !== undefined && isReached(at);
    },
    *[Symbol.iterator]() {
      for (const [at, task] of calls.entries()) if (isReached(at)) yield task;
    },
  };
}

/** For each task of a DAG, the indexes of the tasks that it depends on. */
function edgesOf(template: TemplateNode): readonly (readonly number[])[] {
  const known = edges.get(template);
  if (known !== undefined) return known;
  const index = indexOf(template);
  const found = template.calls.map((task) =>
    [...declaredDependencies(task).keys()].flatMap((name) => index.get(name) ?? []),
  );
  edges.set(template, found);
  return found;
}

/** The task or step of that name; of two with the same name the last, as in Argo. */
export function taskOf(template: TemplateNode, name: string): Call | undefined {
  const at = indexOf(template).get(name);
  return at === undefined ? undefined : template.calls[at];
}

/** The names of a template's tasks or steps. */
export function taskNamesOf(template: TemplateNode): ReadonlySet<string> {
  return new Set(indexOf(template).keys());
}

/** The index of the task or step of a name among its template's calls; of two with the same name the last, as in Argo. */
function indexOf(template: TemplateNode): ReadonlyMap<string, number> {
  const known = indexes.get(template);
  if (known !== undefined) return known;
  const index = new Map(template.calls.map(({ name }, at) => [name, at]));
  indexes.set(template, index);
  return index;
}

/** Whether a task of a DAG declares its dependencies with `depends`. */
export function usesDepends({ calls }: TemplateNode): boolean {
  return calls.some(
    ({ kind, value }) => kind === "task" && value.depends !== undefined && value.depends !== "",
  );
}

/** Whether the task or step of that name has ended before another one starts. */
export function endsBefore(name: string, call: Call): boolean {
  // Most tasks read from their direct dependencies, which is cheaper to check.
  return declaredDependencies(call).has(name) || ancestorsOf(call).has(name);
}
