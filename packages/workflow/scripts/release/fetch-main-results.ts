import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";

/** The artifact in which ci.yml keeps a run's results. */
const artifact = "results";

/**
 * Downloads the results of main's last green run of ci.yml by the gh command, which knows repository and token. Where there
 * are none yet, it says so, and the folder stays empty.
 */
export function fetchMainResults(to: string): void {
  mkdirSync(to, { recursive: true });
  const query = ["--workflow", "ci.yml", "--branch", "main", "--event", "push", "--status", "success"];
  const listed = gh(
    "run",
    "list",
    ...query,
    "--limit",
    "1",
    "--json",
    "databaseId",
    "--jq",
    ".[].databaseId",
  );
  const run = /^\d+$/.exec(listed ?? "")?.[0];
  const fetched = run === undefined ? undefined : gh("run", "download", run, "--name", artifact, "--dir", to);
  console.log(
    fetched === undefined ? "No results of main to compare with." : `Results of main's run ${run}.`,
  );
}

/** What gh prints, or nothing where it fails. */
function gh(...args: string[]): string | undefined {
  const { status, stdout } = spawnSync("gh", args, {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
    timeout: 120_000,
  });
  return status === 0 ? stdout.trim() : undefined;
}
