import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { collectResults } from "../../../src/cli/release/collect-results.js";
import { tempDir } from "../../temp-dir.js";

function runWith(files: Readonly<Record<string, string>>): string {
  const folder = tempDir();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

test("the named files of all tasks are copied into one folder, and nothing else", () => {
  const from = runWith({ "evaluate/page.html": "<p>", "train/model.json": "{}", "train/other.json": "1" });
  const to = join(tempDir(), "results");

  collectResults(from, to, ["page.html", "model.json"]);

  expect(readdirSync(to).sort()).toEqual(["model.json", "page.html"]);
  expect(readFileSync(join(to, "page.html"), "utf8")).toBe("<p>");
});

test("a missing file is reported, and nothing is copied", () => {
  const to = join(tempDir(), "results");
  expect(() => collectResults(runWith({ "a/page.html": "" }), to, ["page.html", "model.json"])).toThrow(
    /model\.json is not among the results/,
  );
  expect(() => readdirSync(to)).toThrow(/ENOENT/);
});

test("two files with the same content count as one, two that differ are reported", () => {
  const to = tempDir();
  collectResults(runWith({ "a/m.json": "1", "b/m.json": "1" }), to, ["m.json"]);
  expect(readdirSync(to)).toEqual(["m.json"]);
  expect(() => collectResults(runWith({ "a/m.json": "1", "b/m.json": "2" }), to, ["m.json"])).toThrow(
    /exists twice with different content/,
  );
});

test("a missing folder is reported", () => {
  expect(() => collectResults("/nowhere", tempDir(), ["a"])).toThrow(
    "/nowhere does not exist: no results to collect.",
  );
});
