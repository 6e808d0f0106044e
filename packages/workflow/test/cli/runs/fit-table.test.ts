import * as fc from "fast-check";
import { expect, test } from "vitest";
import { displayWidth } from "../../../../argo-lint/src/text/display-width.js";
import { fitTable } from "../../../src/cli/runs/fit-table.js";

const columns = [
  { heading: "RUN", cells: ["training-1", "training-2"] },
  { heading: "AUC", cells: ["0.8", "10.25"], isNumber: true, leaveOut: 2 },
  { heading: "TAGS", cells: ["", ""], leaveOut: 3 },
  { heading: "NOTE", cells: ["a longer note", "模型 new"], minWidth: 6, leaveOut: 1 },
];

test("aligns numbers on the right and wide characters by their columns, and leaves out what is empty", () => {
  expect(fitTable(columns)).toEqual([
    "RUN           AUC  NOTE",
    "training-1    0.8  a longer note",
    "training-2  10.25  模型 new",
  ]);
});

test("cuts texts to the width of the terminal", () => {
  expect(fitTable(columns, 27)).toEqual([
    "RUN           AUC  NOTE",
    "training-1    0.8  a longe…",
    "training-2  10.25  模型 new",
  ]);
  expect(fitTable(columns, 25)).toEqual([
    "RUN           AUC  NOTE",
    "training-1    0.8  a lon…",
    "training-2  10.25  模型 …",
  ]);
});

test("leaves out the least important columns if cutting is not enough", () => {
  expect(fitTable(columns, 20)).toEqual(["RUN         NOTE", "training-1  a longe…", "training-2  模型 new"]);
  expect(fitTable(columns, 10)).toEqual(["RUN", "training-1", "training-2"]);
});

test("no line is wider than the terminal, whatever the cells hold", () => {
  const column = fc.record({
    cells: fc.tuple(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" })),
    heading: fc.constantFrom("A", "HEADING"),
    isNumber: fc.boolean(),
    minWidth: fc.integer({ min: 1, max: 12 }),
    leaveOut: fc.integer({ min: 1, max: 9 }),
  });
  fc.assert(
    fc.property(fc.array(column, { maxLength: 6 }), fc.integer({ min: 0, max: 80 }), (all, width) => {
      for (const line of fitTable(all, width)) expect(displayWidth(line)).toBeLessThanOrEqual(width);
    }),
    { seed: 16 },
  );
});
