import { readdirSync, statSync } from "node:fs";
import { isAbsolute, join, relative, resolve, sep } from "node:path";
import type { RunRecord, TaskRecord } from "../../../../local/run-record.js";

/**
 * The files that the tasks of a run have written and that are still there, by their paths in the run's directory, with slashes.
 * Of links those to files count, so that no folder comes twice.
 */
export function filesOfRun({ directory, tasks, exit = [] }: RunRecord): string[] {
  const artifacts = withChildren([...tasks, ...exit]).flatMap(({ outputs }) =>
    Object.values(outputs?.artifacts ?? {}).flat(),
  );
  const inside = artifacts
    .map(({ path }) => relative(directory, resolve(directory, path)))
    .filter((path) => path !== ".." && !path.startsWith(`..${sep}`) && !isAbsolute(path));
  const files = [...new Set(inside)].flatMap((path) => filesBelow(directory, path));
  return [...new Set(files.map((path) => path.replaceAll("\\", "/")))].sort();
}

function withChildren(tasks: readonly TaskRecord[]): TaskRecord[] {
  return tasks.flatMap((task) => [task, ...withChildren(task.children ?? [])]);
}

function filesBelow(directory: string, path: string): string[] {
  const found = statSync(join(directory, path), { throwIfNoEntry: false });
  if (found?.isFile()) return [path];
  if (!found?.isDirectory()) return [];
  return readdirSync(join(directory, path), { withFileTypes: true }).flatMap((entry) => {
    const inside = join(path, entry.name);
    if (!entry.isSymbolicLink()) return filesBelow(directory, inside);
    return statSync(join(directory, inside), { throwIfNoEntry: false })?.isFile() ? [inside] : [];
  });
}
