import { evaluate } from "./expression/evaluate.js";
import type { Phase } from "./node.js";

const reference = /([a-zA-Z0-9][-a-zA-Z0-9]*)(?:\.([A-Z][a-zA-Z]+))?/g;
const results: Readonly<Record<string, Phase>> = {
  Succeeded: "Succeeded",
  Failed: "Failed",
  Errored: "Error",
  Skipped: "Skipped",
  Omitted: "Omitted",
};

/** Names of the tasks in a task's `depends`. */
export function tasksOfDepends(depends: string): string[] {
  return [
    ...new Set([...depends.matchAll(reference)].flatMap(([, name]) => (name === undefined ? [] : [name]))),
  ];
}

/** Whether a task may run, given the phases of its dependencies. A bare name means succeeded or skipped. */
export function dependsHolds(depends: string, phases: ReadonlyMap<string, Phase>): boolean {
  const expression = depends.replace(reference, (_, name: string, result: string | undefined) => {
    const phase = phases.get(name);
    if (result === undefined) return String(phase === "Succeeded" || phase === "Skipped");
    if (results[result] === undefined) throw new Error(`the result ${result} in ${depends} is not played`);
    return String(phase === results[result]);
  });
  return evaluate(expression, {}) === true;
}
