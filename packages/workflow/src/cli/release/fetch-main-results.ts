import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";

/** The artifact in which ci.yml stores a run's results. */
const artifact = "results";

/**
 * Downloads the results of main's last successful run of ci.yml with the gh command, which knows repository and token. If
 * there are none, it prints a message, and the folder stays empty.
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

/** The output of gh; undefined if it fails. */
function gh(...args: string[]): string | undefined {
  const { status, stdout } = spawnSync("gh", args, {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
    timeout: 120_000,
  });
  return status === 0 ? stdout.trim() : undefined;
}
