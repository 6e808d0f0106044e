import { existsSync, statSync } from "node:fs";
import { cp } from "node:fs/promises";
import { join } from "node:path";
import { UserError } from "../../../definition/errors.js";
import { digest } from "../../../files/digest.js";
import { writeAtomically } from "../../../files/write-atomically.js";
import { readRunRecord } from "../../../local/run-directory.js";
import type { RunRecord, TaskRecord } from "../../../local/run-record.js";
import { placeBelow } from "../../../storage/folder-transfer/safe-path.js";
import type { PlannedCopy } from "./planned-copy.js";
import type { PlannedLog } from "./planned-logs.js";

/**
 * Refuses a directory that is not an earlier copy of this run: in the cluster a name may be used again after it was deleted.
 * @throws {UserError} naming the directory
 */
export function refuseOtherRun(directory: string, { startedAt, run }: RunRecord): void {
  if (!existsSync(directory)) return;
  const before = existsSync(join(directory, "run.json")) ? readRunRecord(directory) : undefined;
  if (before?.run === run && before.startedAt === startedAt) return;
  throw new UserError(
    `${directory} already exists and is not a copy of this workflow. Move it, or copy to another folder with --runs DIRECTORY.`,
  );
}

/**
 * Takes over artifacts of an earlier copy that have not been changed since.
 * @param directory of the earlier copy
 * @param partial directory of the new one
 * @returns how many artifacts the new one has
 */
export async function keepCopied(
  directory: string,
  partial: string,
  copies: readonly PlannedCopy[],
): Promise<number> {
  if (existsSync(directory)) {
    const digests = digestsIn(readRunRecord(directory));
    for (const { path } of copies) {
      const [from, to] = [placeBelow(directory, path), placeBelow(partial, path)];
      if (existsSync(to) || !existsSync(from)) continue;
      const isFolder = statSync(from).isDirectory();
      const known = digests.get(path);
      if (!isFolder && known !== (await digest(from)).sha256) continue;
      if (isFolder && known !== undefined && known !== (await digest(from)).sha256) continue;
      await writeAtomically(to, (part) => cp(from, part, { recursive: true }));
    }
  }
  return copies.filter(({ path }) => existsSync(placeBelow(partial, path))).length;
}

/** Takes over the logs of an earlier copy: those of the pods may be gone by now. */
export async function keepLogs(
  directory: string,
  partial: string,
  logs: readonly PlannedLog[],
): Promise<void> {
  for (const { path } of logs) {
    const [from, to] = [placeBelow(directory, path), placeBelow(partial, path)];
    if (!existsSync(to) && existsSync(from)) await writeAtomically(to, (part) => cp(from, part));
  }
}

function digestsIn(record: RunRecord): Map<string, string> {
  const found = new Map<string, string>();
  const look = (tasks: readonly TaskRecord[]): void => {
    for (const { outputs, children } of tasks) {
      for (const { path, sha256 } of Object.values(outputs?.artifacts ?? {}).flat()) found.set(path, sha256);
      look(children ?? []);
    }
  };
  for (const { path, sha256 } of Object.values(record.inputs.artifacts).flat()) found.set(path, sha256);
  look([...record.tasks, ...(record.exit ?? [])]);
  return found;
}
