import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { UsageError } from "../../src/definition/errors.js";
import { locateRun } from "../../src/history/locate-run.js";
import { tempDir } from "../temp-dir.js";
import { writeRun } from "./stored-runs.js";

const runs = tempDir();
writeRun(runs, "training-20260101-030405-abc", { startedAt: "2026-01-01T03:04:05.000Z" });
writeRun(runs, "training-20260102-030405-abd", { startedAt: "2026-01-02T03:04:05.000Z" });
writeRun(runs, "predict-20260103-030405-fff", { startedAt: "2026-01-03T03:04:05.000Z", workflow: "predict" });
symlinkSync("training-20260102-030405-abd", join(runs, "latest"));

test.each([
  ["training-20260101-030405-abc", "training-20260101-030405-abc"],
  ["training-20260101", "training-20260101-030405-abc"],
  ["p", "predict-20260103-030405-fff"],
  ["20260102", "training-20260102-030405-abd"],
  ["abc", "training-20260101-030405-abc"],
  ["latest", "training-20260102-030405-abd"],
  ["latest:predict", "predict-20260103-030405-fff"],
  ["latest:training", "training-20260102-030405-abd"],
])("%s is %s", (run, name) => {
  expect(locateRun(runs, run, "/")).toBe(join(runs, name));
});

test("a path is relative to the working directory", () => {
  expect(locateRun("/elsewhere", "./training-20260101-030405-abc", runs)).toBe(
    join(runs, "training-20260101-030405-abc"),
  );
});

test("latest is the newest run where no link is, as on file systems without links", () => {
  const unlinked = tempDir();
  writeRun(unlinked, "b", { startedAt: "2026-01-01T00:00:00.000Z" });
  writeRun(unlinked, "a", { startedAt: "2026-01-02T00:00:00.000Z" });

  expect(locateRun(unlinked, "latest", "/")).toBe(join(unlinked, "a"));
});

test.each([
  [
    "training",
    'Several runs are called "training…": training-20260102-030405-abd, training-20260101-030405-abc. Give more of the name.',
  ],
  ["abx", `There is no run "abx" in ${runs}. List them: npx --no tiphys runs`],
  [
    "latest:predictt",
    `No run of a workflow "predictt" is in ${runs}. Did you mean "predict"? There are runs of predict, training.`,
  ],
])("%s is refused", (run, message) => {
  expect(() => locateRun(runs, run, "/")).toThrow(new UsageError(message));
});
