import { expect, test } from "vitest";
import { compareSummaries } from "../../../src/cli/runs/compare-table.js";
import { sortRuns } from "../../../src/cli/runs/sort-runs.js";
import { runsWhere } from "../../../src/cli/runs/where.js";
import { UsageError } from "../../../src/definition/errors.js";
import { summary } from "./summaries.js";

const runs = [
  summary("a", {
    parameters: { C: 0.01, missing: "keep", stratify: false, layers: [1, 2] },
    metrics: { auc: { value: 0.8, direction: "maximize" }, loss: { value: 0.3, direction: "minimize" } },
    tags: ["baseline", "paper"],
  }),
  summary("b", {
    parameters: { C: 1, missing: "median", stratify: true, layers: [3] },
    metrics: { auc: { value: 0.9, direction: "maximize" }, loss: { value: 0.4, direction: "minimize" } },
  }),
  summary("c", { phase: "Failed", parameters: { C: 10 }, workflow: "predict", note: "too large" }),
];

test.each([
  [["C>=1"], ["b", "c"]],
  [["C >= 1", "auc>0.8"], ["b"]],
  [["C=1.0"], ["b"]],
  [["C!=1"], ["a", "c"]],
  [["C<0.1"], ["a"]],
  [["missing=keep"], ["a"]],
  [["missing!=keep"], ["b", "c"]],
  [["stratify=true"], ["b"]],
  [["stratify!=true"], ["a", "c"]],
  [["layers=[1, 2]"], ["a"]],
  [["phase=Failed"], ["c"]],
  [["workflow==training"], ["a", "b"]],
  [["tag=baseline"], ["a"]],
  [["tag!=baseline"], ["b", "c"]],
  [["note!="], ["a", "b", "c"]],
  [["C>x"], []],
  [["C!=x"], ["a", "b", "c"]],
  [[], ["a", "b", "c"]],
])("--where %j finds %j", (conditions, names) => {
  expect(runsWhere(runs, conditions).map(({ name }) => name)).toEqual(names);
});

test("--where refuses a name that no run has, with the closest one", () => {
  expect(() => runsWhere(runs, ["missin=keep"])).toThrow(
    new UsageError(
      '--where missin=keep: no run has "missin". Did you mean "missing"? There are name, workflow, phase, tag, note, commit, started, seconds, C, missing, stratify, layers, auc, loss.',
    ),
  );
});

test.each(["C", ">1", "C~1", ""])("--where refuses %j, and says what it expects", (text) => {
  expect(() => runsWhere(runs, [text])).toThrow(/expected a name, one of =, !=, <, <=, >, >= and a value/);
});

test("no run and one run can be filtered and sorted", () => {
  expect(runsWhere([], ["C>=1"])).toEqual([]);
  expect(sortRuns([], "auc")).toEqual([]);
  expect(sortRuns([runs[2] ?? summary("c")], "C").map(({ name }) => name)).toEqual(["c"]);
});

test.each([
  ["auc", ["b", "a", "c"]],
  ["loss", ["a", "b", "c"]],
  ["C", ["a", "b", "c"]],
  ["missing", ["a", "b", "c"]],
  ["workflow", ["c", "a", "b"]],
  ["note", ["c", "a", "b"]],
])("--sort %s gives %j: metrics the best first, runs without the value last", (name, names) => {
  expect(sortRuns(runs, name).map((run) => run.name)).toEqual(names);
});

test("a metric without a direction is sorted with the highest first", () => {
  const metrics = (value: number) => ({ metrics: { f1: { value } } });

  expect(sortRuns([summary("a", metrics(0.1)), summary("b", metrics(0.2))], "f1").map((r) => r.name)).toEqual(
    ["b", "a"],
  );
});

test("a time without a zone is one of this machine, and a day begins at its midnight", () => {
  const times = [summary("a"), summary("b", { startedAt: new Date(2026, 0, 3, 12).toISOString() })];
  const found = (condition: string) => runsWhere(times, [condition]).map(({ name }) => name);
  expect(found("started>=2026-01-03")).toEqual(["b"]);
  expect(found("started<2026-01-03 12:00")).toEqual(["a"]);
  expect(found("started<2026-01-03T12:00:01")).toEqual(["a", "b"]);
});

test("runs that differ by less than is shown are different", () => {
  const aucs = [0.80001, 0.80002].map((value, i) => summary(`${i}`, { metrics: { auc: { value } } }));
  const rows = compareSummaries(aucs).flatMap((section) => section.rows);
  expect(rows.find(({ name }) => name === "auc")).toMatchObject({ isDifferent: true });
});
