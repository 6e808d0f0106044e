import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { filesOfRun } from "../../../../../src/cli/runs/export/mlflow/run-files.js";
import { tempDir } from "../../../../temp-dir.js";
import { runRecord, taskRecord } from "../../../records.js";

const artifact = (path: string) => ({ path, sha256: "", bytes: 0 });
const outputs = (...paths: string[]) => ({
  outputs: { parameters: {}, artifacts: { files: paths.map(artifact) } },
});

test("the files of all tasks, also of those inside others and of exit handlers, in folders, each once", () => {
  const directory = tempDir();
  for (const path of ["a/x.json", "a/other.json", "map/0/y", "exit/z", "tree/deep/file", "tree/b"]) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), "");
  }
  mkdirSync(join(directory, "..big"));
  writeFileSync(join(directory, "..big/x"), "");
  symlinkSync("b", join(directory, "tree/link"));
  symlinkSync("..", join(directory, "tree/deep/up"));
  symlinkSync("nowhere", join(directory, "tree/broken"));
  const child = taskRecord("map/0", outputs("map/0/y"));
  const record = runRecord(
    [
      taskRecord("a", outputs("a/x.json", "a/x.json")),
      taskRecord("map", { children: [child] }),
      taskRecord("tree", outputs("tree")),
      taskRecord("..big", outputs("..big/x")),
    ],
    { directory, exit: [taskRecord("exit", outputs("exit/z"))] },
  );

  expect(filesOfRun(record)).toEqual([
    "..big/x",
    "a/x.json",
    "exit/z",
    "map/0/y",
    "tree/b",
    "tree/deep/file",
    "tree/link",
  ]);
});

test("not those that were removed, or are outside of the run", () => {
  const directory = tempDir();
  const elsewhere = join(tempDir(), "data.csv");
  writeFileSync(elsewhere, "");
  const record = runRecord([taskRecord("a", outputs("a/gone", elsewhere, "../outside", ".."))], {
    directory,
  });
  expect(filesOfRun(record)).toEqual([]);
});
