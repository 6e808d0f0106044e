import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readRunRecord } from "../../../../src/local/run-directory.js";
import { tempDir } from "../../fixture-project.js";
import { type Ended, pipeline } from "../../program.js";
import { e2eProject, skipWithoutE2e } from "../../server/e2e-project.js";
import { recordedServer } from "../../server/recorded-server.js";

/** The names of workflows when their responses were recorded. */
const maps = "e2e-maps-wpb4m";
const coinflip = "e2e-coinflip-hlpdl";
const exit = "e2e-exit-5dbvm";

let root: string;
beforeAll(() => {
  root = e2eProject();
});
beforeEach(skipWithoutE2e);

async function cp(recording: string, runs: string, ...args: string[]): Promise<Ended & { asked: string[] }> {
  const { url, asked } = await recordedServer(recording);
  const env = { ARGO_SERVER: url, ARGO_NAMESPACE: "argo", ARGO_TOKEN: "a-secret-token" };
  const ended = await pipeline(root, ["cp", ...args, "--runs", runs], { env });
  return { ...ended, asked: asked.map(({ path }) => path) };
}

/** Without the line about logs: the pods were gone when the responses were recorded. */
function withoutLogs(stderr: string): string {
  return stderr.replace(/^The cluster has no log of .*\n/m, "");
}

describe("cp with recorded responses of a real server", () => {
  test("maps have a folder for each iteration, and record their inputs", async () => {
    const runs = tempDir();
    const { code, stdout } = await cp("maps", runs, maps);
    expect(code).toBe(1);
    expect(stdout).toContain("halves/1/halved.json  17 B\n");
    const { tasks, phase, outputs, workflow } = readRunRecord(join(runs, maps));
    expect({ phase, workflow }).toEqual({ phase: "Succeeded", workflow: "e2e-maps" });
    expect(outputs?.parameters.halves).toBe("[0.5,1,1.5]");
    expect(tasks.map(({ id, kind }) => `${id} ${kind}`)).toEqual([
      "e2e-parts step",
      "squares map",
      "halves map",
      "halved-squares map",
      "e2e-add step",
      "more step",
    ]);
    const again = tasks.find(({ id }) => id === "halved-squares")?.children?.[2];
    expect(again?.inputs?.artifacts.whole).toMatchObject({ path: "squares/2/file.json", bytes: 17 });
    expect(readFileSync(join(runs, maps, "halved-squares/2/halved.json"), "utf8")).toContain("4.5");
    expect(readFileSync(join(runs, maps, "squares/2/parameters/squared"), "utf8")).toBe("9");
  });

  test("artifacts missing from the bucket are reported, and the others are copied", async () => {
    const runs = tempDir();
    const { code, stdout, stderr } = await cp("maps", runs, maps);
    expect(withoutLogs(stderr)).toBe(
      `e2e-parts/files could not be copied: The files of the artifact files of ${maps} cannot be listed: it is no longer in the bucket.\n`,
    );
    expect(stdout).toContain("9 artifacts (161 B): ");
    expect(code).toBe(1);
  });

  test("a task that was skipped has a record and no files", async () => {
    const runs = tempDir();
    const { code, stderr } = await cp("coinflip", runs, coinflip);
    expect({ code, stderr: withoutLogs(stderr) }).toEqual({ code: 0, stderr: "" });
    const { tasks } = readRunRecord(join(runs, coinflip));
    const tails = tasks.find(({ id }) => id === "tails");
    expect(tails).toMatchObject({ phase: "Skipped" });
    expect(tails?.outputs).toBeUndefined();
    expect(existsSync(join(runs, coinflip, "tails"))).toBe(false);
  });

  test("an exit handler is recorded next to the tasks", async () => {
    const runs = tempDir();
    await cp("exit", runs, exit);
    expect(readFileSync(join(runs, exit, "onExit/e2e-goodbye/line.txt"), "utf8")).toContain("Succeeded none");
    expect(readRunRecord(join(runs, exit)).exit?.map(({ id }) => id)).toEqual(["onExit/e2e-goodbye"]);
  });

  test("artifacts copied before are not fetched again unless they were changed", async () => {
    const runs = tempDir();
    await cp("coinflip", runs, coinflip);
    const said = join(runs, coinflip, "heads/said.txt");
    const first = readFileSync(said, "utf8");
    const again = await cp("coinflip", runs, coinflip);
    expect(again.stdout).toContain("0 artifacts (0 B), 1 were there already");
    expect(again.asked.filter((path) => path.startsWith("/artifact-files/"))).toEqual([]);
    writeFileSync(said, "changed");
    expect((await cp("coinflip", runs, coinflip)).stdout).toContain("1 artifact (30 B): ");
    expect(readFileSync(said, "utf8")).toBe(first);
  });

  test("a run of another workflow with the same name is not overwritten", async () => {
    const runs = tempDir();
    await cp("coinflip", runs, coinflip);
    rmSync(join(runs, coinflip, "run.json"));
    const { code, stderr } = await cp("coinflip", runs, coinflip);
    expect(code).toBe(1);
    expect(stderr).toContain("already exists and is not a copy of this workflow");
  });

  test("only selected artifacts are copied, and an unknown name is reported", async () => {
    const runs = tempDir();
    const { stdout } = await cp("maps", runs, maps, "--task", "halves/1", "--artifact", "halved");
    expect(stdout.split("\n")[0]).toBe("halves/1/halved.json  17 B");
    expect(stdout).toContain("1 artifact (17 B): ");
    expect(await cp("maps", tempDir(), maps, "--task", "halfs")).toMatchObject({
      code: 2,
      stderr:
        "--task halfs: no artifact belongs to this task. Available: e2e-parts, squares/0, squares/1, squares/2, halves/0, halves/1, halves/2, halved-squares/0, halved-squares/1, halved-squares/2.\n",
    });
  });

  test("a workflow that has not ended is not copied", async () => {
    const { code, stderr } = await cp("waiting", tempDir(), "waiting-for-review");
    expect(stderr).toBe("waiting-for-review has not ended yet. Wait with: watch waiting-for-review\n");
    expect(code).toBe(3);
  });
});
