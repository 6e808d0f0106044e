import {
  existsSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { noteRun, tagRun } from "../../../src/cli/runs/annotate-run.js";
import { chooseOldRuns } from "../../../src/cli/runs/choose-old-runs.js";
import { pruneRuns, removeRuns } from "../../../src/cli/runs/tidy-runs.js";
import { UsageError, UserError } from "../../../src/definition/errors.js";
import { writeCacheEntry } from "../../../src/local/cache/cache-entry.js";
import { writeRun } from "../../history/stored-runs.js";
import { tempDir } from "../../temp-dir.js";
import { publishing } from "../sample-workflow.js";
import { summary } from "./summaries.js";

const project = { workflows: [publishing] } as const;
vi.spyOn(console, "log").mockImplementation(() => {});

const day = 86_400_000;
const now = Date.UTC(2026, 0, 31);
const ago = (days: number) => ({ startedAt: new Date(now - days * day).toISOString() });
const old = [
  summary("a", ago(1)),
  summary("b", ago(10)),
  summary("c", { ...ago(20), tags: ["paper"] }),
  summary("d", { ...ago(40), phase: "Running" }),
  summary("e", { ...ago(50), phase: "Interrupted" }),
  summary("f", ago(60)),
  summary("g", { ...ago(70), workflow: "predict" }),
  summary("h", { ...ago(80), workflow: "predict" }),
];

test.each([
  [{ keep: 1 }, ["b", "e", "h"]],
  [{ keep: 2 }, ["e"]],
  [{ olderThan: 30 * day }, ["e", "h"]],
  [{ keep: 2, olderThan: 5 * day }, ["e"]],
  [{ olderThan: 5 * day }, ["b", "e", "h"]],
  [{ keep: 20 }, []],
])("prune with %j removes %j: none tagged, running, latest or newest of its workflow", (limits, names) => {
  expect(chooseOldRuns(old, limits, "f", now).map(({ name }) => name)).toEqual(names);
});

test("prune keeps the newest run of a workflow that succeeded: its model is the one that predict takes", () => {
  const failed = summary("new", { ...ago(0), phase: "Failed" });
  const limits = { keep: 1 };
  expect(chooseOldRuns([failed, ...old.slice(0, 2)], limits, "new", now).map(({ name }) => name)).toEqual([
    "b",
  ]);
});

/** A runs directory with three runs; latest is the newest. */
function threeRuns(): string {
  const runs = tempDir();
  for (const [i, name] of ["a", "b", "c"].entries())
    writeRun(runs, name, { startedAt: `2026-01-0${i + 1}T00:00:00.000Z` });
  symlinkSync("c", join(runs, "latest"));
  return runs;
}

test("latest moves to the newest run that is left", () => {
  const runs = threeRuns();

  removeRuns(project, ["c"], runs);
  expect(readdirSync(runs).sort()).toEqual(["a", "b", "latest"]);
  expect(readlinkSync(join(runs, "latest"))).toBe("b");

  removeRuns(project, ["a", "b"], runs);
  expect(readdirSync(runs)).toEqual([]);
});

test("a tagged run, a running one and a folder that is no run are not removed, and then no other either", () => {
  const runs = threeRuns();
  tagRun(runs, "b", ["paper"], []);
  writeRun(runs, "active", { phase: "Running", pid: process.pid });

  expect(() => removeRuns(project, ["a", "b"], runs)).toThrow(
    new UserError(
      "Run b is tagged paper. Nothing was removed. Take its tags off first: npx --no tiphys runs tag b --remove paper",
    ),
  );
  expect(() => removeRuns(project, ["a", "active"], runs)).toThrow(
    new UserError("Run active is still running. Stop it, or wait for its end. Nothing was removed."),
  );
  expect(() => removeRuns(project, [join(runs, "..")], runs)).toThrow(UserError);
  expect(existsSync(join(runs, "a"))).toBe(true);
});

test("what the cache knows of removed runs alone is removed with them", async () => {
  const runs = threeRuns();
  for (const [key, run] of [
    ["aa", "a"],
    ["bb", "c"],
  ] as const) {
    const place = { run, task: "train" };
    const outputs = { parameters: {}, artifacts: {} };
    await writeCacheEntry(runs, key, { formatVersion: 1, made: place, outputs, places: [place] });
  }
  const known = () => readdirSync(join(runs, ".cache"));

  await pruneRuns(project, { runs, keep: 1, dryRun: true });
  expect(known()).toEqual(["aa", "bb"]);
  await pruneRuns(project, { runs, keep: 1, yes: true });
  expect(known()).toEqual(["bb"]);
  removeRuns(project, ["c"], runs);
  expect(known()).toEqual([]);
});

test("a run on another machine counts as running: it is neither removed nor pruned", async () => {
  const runs = threeRuns();
  writeRun(runs, "a", { phase: "Running", pid: 2 ** 30, host: "gpu-7" });

  expect(() => removeRuns(project, ["a"], runs)).toThrow(
    new UserError(
      "Run a is still running on gpu-7, as far as is known here. Stop it there, or wait for its end. " +
        'If it was killed there, `runs remove --force a` removes it; to keep it, replace "Running" by "Interrupted" ' +
        `at the top of ${join(realpathSync(runs), "a")}/run.json. ` +
        "Nothing was removed.",
    ),
  );
  await pruneRuns(project, { runs, keep: 1, yes: true });
  expect(readdirSync(runs).sort()).toEqual(["a", "c", "latest"]);
});

test("--force removes a run on another machine, but neither one that runs here nor a tagged one", () => {
  const runs = threeRuns();
  const killed = { phase: "Running", pid: 2 ** 30, host: "gpu-7" } as const;
  for (const name of ["a", "b"]) writeRun(runs, name, killed);
  writeRun(runs, "active", { phase: "Running", pid: process.pid });
  tagRun(runs, "b", ["paper"], []);

  expect(() => removeRuns(project, ["a", "active"], runs, true)).toThrow(
    new UserError("Run active is still running. Stop it, or wait for its end. Nothing was removed."),
  );
  expect(() => removeRuns(project, ["a", "b"], runs, true)).toThrow("Run b is tagged paper.");
  removeRuns(project, ["a"], runs, true);
  expect(readdirSync(runs).sort()).toEqual(["active", "b", "c", "latest"]);
});

test("prune removes only what it may, and refuses without a terminal and --yes", async () => {
  const runs = threeRuns();

  await expect(pruneRuns(project, { runs })).rejects.toThrow(
    new UsageError("runs prune: say which runs to keep with --keep 20, --older 30d, or both."),
  );
  await expect(pruneRuns(project, { runs, older: "30 days" })).rejects.toThrow(
    new UsageError(
      "--older 30 days: expected a number of minutes, hours, days or weeks, such as 90m, 12h, 30d or 4w.",
    ),
  );
  await pruneRuns(project, { runs, keep: 1, dryRun: true });
  expect(readdirSync(runs).sort()).toEqual(["a", "b", "c", "latest"]);
  await pruneRuns(project, { runs, keep: 1, yes: true });
  expect(readdirSync(runs).sort()).toEqual(["c", "latest"]);
});

test("a note and tags are added, replaced and removed, and the record stays as it is", () => {
  const runs = threeRuns();
  const record = readFileSync(join(runs, "a/run.json"), "utf8");
  const notes = () => JSON.parse(readFileSync(join(runs, "a/notes.json"), "utf8"));

  noteRun(runs, "a", "first");
  tagRun(runs, "a", ["baseline", "paper/2", "baseline"], []);
  expect(notes()).toEqual({ note: "first", tags: ["baseline", "paper/2"] });
  noteRun(runs, "a", "");
  tagRun(runs, "a", ["größer"], ["baseline"]);
  expect(notes()).toEqual({ tags: ["paper/2", "größer"] });
  expect(() => tagRun(runs, "a", [], ["nope"])).toThrow(
    'The run is not tagged "nope". Its tags: paper/2, größer.',
  );
  expect(() => tagRun(runs, "a", ["two words"], [])).toThrow(UsageError);
  expect(readFileSync(join(runs, "a/run.json"), "utf8")).toBe(record);
});

test("no run is removed by an empty name, nor one to which a link in the runs directory leads", () => {
  const runs = threeRuns();
  const elsewhere = writeRun(tempDir(), "archived");
  symlinkSync(elsewhere, join(runs, "baseline"));

  expect(() => removeRuns(project, [""], runs)).toThrow(new UsageError("The name of the run is empty."));
  expect(() => removeRuns(project, ["baseline"], runs)).toThrow(/is not in .*Nothing was removed/);
  expect(existsSync(join(elsewhere, "run.json"))).toBe(true);
  expect(readdirSync(runs).sort()).toEqual(["a", "b", "baseline", "c", "latest"]);
});

test("prune removes nothing if the notes of a run cannot be read: it may be tagged", async () => {
  const runs = threeRuns();
  writeFileSync(join(runs, "a", "notes.json"), '{"tags": ["keep"],}');
  await expect(pruneRuns(project, { runs, keep: 1, yes: true })).rejects.toThrow(/notes\.json/);
  expect(readdirSync(runs).sort()).toEqual(["a", "b", "c", "latest"]);
});
