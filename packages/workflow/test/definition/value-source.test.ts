import { describe, expect, test } from "vitest";
import { describeSource, tasksOf, type ValueSource } from "../../src/definition/value-source.js";

const task: ValueSource = { from: "task", task: "load", output: "x" };

describe("a source", () => {
  test.each<[ValueSource, string]>([
    [{ from: "input", name: "seed" }, "the workflow's seed"],
    [task, "load.x"],
    [{ from: "item" }, "the map's item"],
    [{ from: "item", field: "c" }, "the map's item.c"],
    [{ from: "index" }, "the map's index"],
    [
      { from: "firstOf", alternatives: [task, { from: "input", name: "x" }] },
      "the first of load.x, the workflow's x",
    ],
    [{ from: "status" }, "the workflow's status"],
    [{ from: "failures" }, "the workflow's failures"],
    [{ from: "output", name: "auc" }, "the workflow's output auc"],
  ])("%j in words is: %s", (source, words) => {
    expect(describeSource(source)).toBe(words);
  });

  test.each<[ValueSource, string[]]>([
    [{ from: "input", name: "seed" }, []],
    [task, ["load"]],
    [
      { from: "firstOf", alternatives: [task, { from: "firstOf", alternatives: [task] }, { from: "index" }] },
      ["load", "load"],
    ],
  ])("%j reads outputs of the tasks %j", (source, tasks) => {
    expect(tasksOf(source)).toEqual(tasks);
  });
});
