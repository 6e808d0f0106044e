import { table } from "arquero";
import { expect, test } from "vitest";
import {
  CategoryImputer,
  ColumnMismatchError,
  InvalidModelError,
  NotFittedError,
  NotTextError,
  ShapeError,
  type Table,
} from "../../src/index.js";
// The result of scikit-learn's SimpleImputer(missing_values="", strategy="most_frequent") for these rows.
import categories from "../fixtures/categories.json" with { type: "json" };

const expected = categories.imputer;
const x = tableOf(expected.rows);

function tableOf(rows: readonly (readonly string[])[]): Table {
  return table({ a: rows.map(([a = ""]) => a), b: rows.map(([, b = ""]) => b) });
}

test("fills in the most frequent text, of several the smallest, as scikit-learn does", () => {
  const imputer = new CategoryImputer().fit(x);

  expect(Object.values(imputer.statistics)).toEqual(expected.statistics);
  expect(imputer.transform(x).objects()).toEqual(tableOf(expected.filled).objects());
});

test("fills in the given columns, and keeps the others", () => {
  const mixed = table({ n: [1, 2, 3], a: ["p", "", "p"], b: ["", "q", "q"] });
  const filled = new CategoryImputer({ columns: ["a"] }).fitTransform(mixed);
  expect(filled.objects()).toEqual([
    { n: 1, a: "p", b: "" },
    { n: 2, a: "p", b: "q" },
    { n: 3, a: "p", b: "q" },
  ]);
});

test("accepts another text for missing, and null as the empty text", () => {
  const marked = new CategoryImputer({ missingValues: "?" }).fitTransform(table({ a: ["p", "?"] }));
  expect([...marked.array("a")]).toEqual(["p", "p"]);
  const empty = new CategoryImputer().fitTransform(table({ a: ["p", null] }));
  expect([...empty.array("a")]).toEqual(["p", "p"]);
});

test("gives missing texts a category of their own if their share exceeds the limit", () => {
  const gaps = table({ few: ["p", "", "p", "q"], many: ["p", "", "", "q"], none: ["p", "p", "q", "q"] });
  const imputer = new CategoryImputer({ ownCategoryAbove: 0.25, ownCategory: "(none)" }).fit(gaps);

  expect(imputer.statistics).toEqual({ few: "p", many: "(none)", none: "p" });
  expect([...imputer.transform(gaps).array("many")]).toEqual(["p", "(none)", "(none)", "q"]);
  expect(() => new CategoryImputer({ ownCategoryAbove: 5 })).toThrow(
    "ownCategoryAbove: found 5, expected a share from 0 to 1.",
  );
});

test("its JSON restores the same imputer", () => {
  const imputer = new CategoryImputer().fit(x);
  const again = CategoryImputer.fromJSON(JSON.parse(JSON.stringify(imputer)));
  expect(again.toJSON()).toEqual(imputer.toJSON());
  expect(again.transform(x).objects()).toEqual(imputer.transform(x).objects());
});

test.each([
  ["fewer statistics than columns", { statistics: ["a"] }],
  ["a column that the table does not have", { columns: ["a", "z"] }],
])("refuses a stored imputer with %s", (_, change) => {
  const json = { ...new CategoryImputer().fit(x).toJSON(), ...change };
  expect(() => CategoryImputer.fromJSON(json)).toThrow(InvalidModelError);
});

test("refuses numbers, empty columns, other columns, and to transform before it is fitted", () => {
  const numbers = new CategoryImputer({ columns: ["n"] });
  expect(() => numbers.fit(table({ n: [5] }))).toThrow(new NotTextError("n", 1, 5));
  expect(() => new CategoryImputer().fit(table({ a: ["", ""] }))).toThrow(ShapeError);
  expect(() => new CategoryImputer().fit(table({ a: ["", ""] }))).toThrow(/column "a" holds no value/);
  expect(() => new CategoryImputer({ columns: ["z"] }).fit(x)).toThrow(ColumnMismatchError);
  expect(() => new CategoryImputer().fit(x).transform(table({ a: ["p"] }))).toThrow(ColumnMismatchError);
  expect(() => new CategoryImputer().transform(x)).toThrow(NotFittedError);
});
