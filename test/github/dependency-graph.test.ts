import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { describe, expect, test } from "vitest";

const script = join(import.meta.dirname, "..", "..", ".github", "scripts", "dependency-graph.sh");

/** Runs the script with a stand-in for gh that answers as given. */
function run(answer: string, exitCode: number): { status: number | null; outputs: string; summary: string } {
  const folder = mkdtempSync(join(tmpdir(), "graph-"));
  try {
    const gh = join(folder, "gh");
    writeFileSync(gh, `#!/bin/sh\necho "${answer}" >&2\nexit ${exitCode}\n`);
    chmodSync(gh, 0o755);
    const files = { GITHUB_OUTPUT: join(folder, "outputs"), GITHUB_STEP_SUMMARY: join(folder, "summary") };
    for (const file of Object.values(files)) writeFileSync(file, "");
    const { status } = spawnSync("bash", [script], {
      env: {
        ...files,
        PATH: `${folder}${delimiter}${process.env.PATH}`,
        GITHUB_REPOSITORY: "me/churn",
        BASE: "1",
        HEAD: "2",
      },
      stdio: "pipe",
    });
    const read = (file: string): string => readFileSync(file, "utf8");
    return { status, outputs: read(files.GITHUB_OUTPUT), summary: read(files.GITHUB_STEP_SUMMARY) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// The job runs on Linux.
describe.skipIf(process.platform === "win32")("the script", () => {
  test("dependencies are reviewed if the repository has a dependency graph", () => {
    expect(run("", 0)).toEqual({ status: 0, outputs: "ready=true\n", summary: "" });
  });

  test.each(["gh: Forbidden (HTTP 403)", "gh: Not Found (HTTP 404)"])(
    "where it is off (%s), the review is skipped and the page says how to switch it on",
    (answer) => {
      const { status, outputs, summary } = run(answer, 1);
      expect({ status, outputs }).toEqual({ status: 0, outputs: "ready=false\n" });
      expect(summary).toContain("Settings, Advanced Security, Dependency graph");
    },
  );

  test("any other failure fails the job", () => {
    expect(run("gh: Bad Gateway (HTTP 502)", 1)).toEqual({ status: 1, outputs: "", summary: "" });
  });
});
