import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { tempDir } from "../../fixture-project.js";
import { type Ended, pipeline } from "../../program.js";
import { e2eProject, skipWithoutE2e } from "../../server/e2e-project.js";
import { recordedServer } from "../../server/recorded-server.js";

/** The names of workflows when their responses were recorded. */
const retried = "e2e-retry-f6lv4";
const retriedAndArchived = "e2e-retry-tw7q8";
const retriedAndGone = "e2e-retry-mvmt5";
const shared = "e2e-shared-pod-bmd5s";
const sharedAndArchived = "e2e-shared-pod-p67d5";
const exit = "e2e-exit-6qspt";

let root: string;
beforeAll(() => {
  root = e2eProject();
});
beforeEach(skipWithoutE2e);

async function tiphys(...args: string[]): Promise<Ended & { asked: string[] }> {
  const { url, asked } = await recordedServer("logs");
  const env = { ARGO_SERVER: url, ARGO_NAMESPACE: "argo", ARGO_TOKEN: "a-secret-token" };
  const ended = await pipeline(root, args, { env });
  return { ...ended, asked: asked.map(({ path }) => path) };
}

const cp = (runs: string, ...args: string[]) => tiphys("cp", ...args, "--runs", runs);

/** The lines of a task's log. */
function log(runs: string, run: string, ...task: string[]): string[] {
  return readFileSync(join(runs, run, ...task, "log.txt"), "utf8")
    .trimEnd()
    .split("\n");
}

function withoutTimes(lines: readonly string[]): string[] {
  return lines.map((line) => line.replace(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z /, ""));
}

describe("cp of logs, with recorded responses of a real server", () => {
  test("a task's log has the lines of all its attempts with their times, and a line for each that failed", async () => {
    const runs = tempDir();
    expect(await cp(runs, retried)).toMatchObject({ code: 0, stderr: "" });
    expect(log(runs, retried, "transient")).toEqual([
      "2026-11-30T10:36:53.364Z e2e-trouble: the network is slow today",
      "2026-11-30T10:36:53.911Z Error: exit status 75",
      "2026-11-30T10:36:56.000Z attempt 1 failed: main: Error (exit code 75)",
      "2026-11-30T10:37:36.575Z e2e-trouble: the network is slow today",
      "2026-11-30T10:37:37.226Z Error: exit status 75",
      "2026-11-30T10:37:38.000Z attempt 2 failed: main: Error (exit code 75)",
    ]);
    expect(existsSync(join(runs, retried, ".logs"))).toBe(false);
  });

  test("the lines of a pod that tasks share are in the logs of their tasks, without the names of the tasks", async () => {
    const runs = tempDir();
    expect(await cp(runs, shared)).toMatchObject({ code: 0, stderr: "" });
    const again = "the pod failed and was repeated: main: Error (exit code 137)";
    expect(withoutTimes(log(runs, shared, "e2e-say"))).toEqual(["said: shared", again, "said: shared"]);
    expect(withoutTimes(log(runs, shared, "transient")).slice(0, 3)).toEqual([
      "e2e-trouble: the network is slow today",
      "attempt 1 failed with exit code 75; retry in 1 s",
      "e2e-trouble: the network is slow today",
    ]);
    expect(withoutTimes(log(runs, shared, "killed"))).toEqual([
      "its process was ended by SIGKILL",
      "Error: exit status 137",
      again,
    ]);
    // It logged nothing, in either pod.
    expect(existsSync(join(runs, shared, "e2e-shared-end", "log.txt"))).toBe(false);
  });

  test("of pods that are gone, the archived logs are taken, with the times at which the pods started", async () => {
    const runs = tempDir();
    expect(await cp(runs, retriedAndArchived)).toMatchObject({ code: 0, stderr: "" });
    expect(log(runs, retriedAndArchived, "transient")).toEqual([
      "2026-11-30T10:36:53.000Z e2e-trouble: the network is slow today",
      "2026-11-30T10:37:39.000Z attempt 1 failed: main: Error (exit code 75)",
      "2026-11-30T10:37:43.000Z e2e-trouble: the network is slow today",
      "2026-11-30T10:38:20.000Z attempt 2 failed: main: Error (exit code 75)",
    ]);
    await cp(runs, sharedAndArchived);
    expect(withoutTimes(log(runs, sharedAndArchived, "e2e-say"))[0]).toBe("said: shared");
  });

  test("if the pods are gone and nothing was archived, a line says so, and the copy succeeds", async () => {
    const runs = tempDir();
    expect(await cp(runs, retriedAndGone)).toMatchObject({
      code: 0,
      stderr:
        "The cluster has no log of transient, killed: the pods are gone or never started, and their logs were not archived (archiveLogs).\n",
    });
    expect(existsSync(join(runs, retriedAndGone, "transient", "log.txt"))).toBe(false);
  });

  test("the exit handler has its log, and `runs logs` prints the logs of the copy", async () => {
    const runs = tempDir();
    await cp(runs, exit);
    expect(withoutTimes(log(runs, exit, "onExit", "e2e-goodbye"))).toEqual(["Succeeded none 4 I say done"]);
    const { stdout } = await tiphys("runs", "logs", exit, "--no-timestamps", "--runs", runs);
    expect(stdout).toBe(
      [
        "e2e-say: said: done",
        "late: said: late",
        "e2e-hear: heard: I say done / nothing / nothing",
        "onExit/e2e-goodbye: Succeeded none 4 I say done",
        "",
      ].join("\n"),
    );
  });

  test("only logs of the selected tasks are copied, and none if artifacts are selected", async () => {
    const runs = tempDir();
    await cp(runs, exit, "--task", "late");
    expect(existsSync(join(runs, exit, "late", "log.txt"))).toBe(true);
    expect(existsSync(join(runs, exit, "e2e-say", "log.txt"))).toBe(false);
    const { asked } = await cp(tempDir(), exit, "--artifact", "said");
    expect(asked.filter((path) => path.includes("/log"))).toEqual([]);
  });

  test("a log that was copied before is kept", async () => {
    const runs = tempDir();
    await cp(runs, exit);
    const file = join(runs, exit, "late", "log.txt");
    writeFileSync(file, "2026-01-01T00:00:00.000Z kept\n");
    await cp(runs, exit);
    expect(log(runs, exit, "late")).toEqual(["2026-01-01T00:00:00.000Z kept"]);
  });
});
