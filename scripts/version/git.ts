import { spawnSync } from "node:child_process";
import { UserError } from "@tiphys/workflow";

/**
 * The output of a git command, without the last line end.
 * @throws {UserError} with git's messages if it fails
 */
export function git(root: string, ...args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync("git", args, { cwd: root, encoding: "utf8" });
  if (status === 0) return stdout.trimEnd();
  const reason = error?.message ?? `${stderr}${stdout}`.trim();
  throw new UserError(`git ${args.join(" ")} failed in ${root}: ${reason}`);
}
