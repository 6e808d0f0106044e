import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { digest } from "../../src/files/digest.js";
import type { TaskRecord } from "../../src/local/run-record.js";
import { recordIn } from "./program.js";

/** Reproducible random numbers from 0 to 1. */
export function* randomNumbers(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

/** The tasks that consist of no others. */
export function leaves(tasks: readonly TaskRecord[]): TaskRecord[] {
  return tasks.flatMap((task) => (task.children === undefined ? [task] : leaves(task.children)));
}

/** A description of what is wrong with the directory of a run that may have been killed. */
export async function faultsIn(directory: string): Promise<string[]> {
  // Killed between the creation of the directory and its record: nothing has run.
  if (!existsSync(join(directory, "run.json")))
    return readdirSync(directory).filter((name) => !name.startsWith("."));
  const record = recordIn(directory);
  const tasks = leaves(record.tasks);
  const faults: string[] = [];
  if (record.phase === "Succeeded" && tasks.some(({ phase }) => phase !== "Succeeded"))
    faults.push("it says Succeeded, but not all of its tasks do");
  for (const { id, phase, outputs } of tasks) {
    if (phase !== "Succeeded") continue;
    for (const artifact of Object.values(outputs?.artifacts ?? {}).flat()) {
      const found = await digest(join(directory, artifact.path)).catch(() => undefined);
      if (found?.sha256 !== artifact.sha256) faults.push(`${id}: ${artifact.path} is not what is recorded`);
    }
  }
  return faults;
}
