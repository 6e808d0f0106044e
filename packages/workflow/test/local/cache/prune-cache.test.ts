import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { tempSibling } from "../../../src/files/temp-name.js";
import { writeCacheEntry } from "../../../src/local/cache/cache-entry.js";
import { pruneCache } from "../../../src/local/cache/prune-cache.js";
import { tempDir } from "../../temp-dir.js";

const outputs = { parameters: {}, artifacts: {} };
const place = (run: string) => ({ run, task: "train" });

function keep(runs: string, key: string, ...of: string[]): Promise<void> {
  return writeCacheEntry(runs, key, {
    formatVersion: 1,
    made: place(of.at(-1) ?? ""),
    outputs,
    places: of.map(place),
  });
}

function keys(runs: string): string[] {
  return readdirSync(join(runs, ".cache"), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".json"))
    .map((path) => path.slice(3, -".json".length))
    .sort();
}

test("what was made by runs that are all gone is removed, and what is damaged", async () => {
  const runs = tempDir();
  mkdirSync(join(runs, "left"));
  await keep(runs, "aa1", "left");
  await keep(runs, "aa2", "gone");
  await keep(runs, "bb3", "gone", "left");
  await keep(runs, "cc4", "gone", "gone too");
  writeFileSync(join(runs, ".cache", "aa", "aa5.json"), "{");

  pruneCache(runs);

  expect(keys(runs)).toEqual(["aa1", "bb3"]);
  expect(existsSync(join(runs, ".cache", "cc"))).toBe(false);
});

test("what processes left that were killed while they wrote is removed, but not what one still writes", async () => {
  const runs = tempDir();
  mkdirSync(join(runs, "left"));
  await keep(runs, "aa1", "left");
  const folder = join(runs, ".cache", "aa");
  const writing = tempSibling(join(folder, "aa2.json"));
  writeFileSync(writing, "{");
  writeFileSync(writing.replace(`-${process.pid}-`, `-${2 ** 30}-`), "{");

  pruneCache(runs);

  expect(readdirSync(folder).sort()).toEqual([basename(writing), "aa1.json"]);
});

test("a runs directory without a cache stays as it is", () => {
  const runs = tempDir();
  pruneCache(runs);
  expect(readdirSync(runs)).toEqual([]);
});
