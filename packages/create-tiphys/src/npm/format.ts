import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "@tiphys/workflow";

/** The formatter in a folder's `node_modules`; undefined if it is not installed. */
export function formatterIn(folder: string): string | undefined {
  const program = join(folder, "node_modules", "@biomejs", "biome", "bin", "biome");
  return existsSync(program) ? program : undefined;
}

/**
 * Formats a folder's sources by its own biome.json.
 * @param program found with `formatterIn`
 * @throws {UserError} with its messages
 */
export function format(program: string, folder: string): void {
  const args = ["check", "--write", "--no-errors-on-unmatched", "--vcs-enabled=false", "."];
  const { status, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: folder,
    encoding: "utf8",
    stdio: ["ignore", "ignore", "pipe"],
  });
  if (status === 0) return;
  throw new UserError(`The formatter ended with ${status ?? "a signal"}:\n${stderr.trim()}`);
}
