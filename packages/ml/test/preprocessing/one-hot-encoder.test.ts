import { table } from "arquero";
import { expect, test } from "vitest";
import {
  ColumnMismatchError,
  InvalidModelError,
  NotFittedError,
  NotTextError,
  OneHotEncoder,
  ShapeError,
  type Table,
  UnknownCategoryError,
} from "../../src/index.js";
// The result of scikit-learn's OneHotEncoder(handle_unknown="ignore") for these rows, with each value of `drop`.
import categories from "../fixtures/categories.json" with { type: "json" };

const train = tableOf(categories.train);
const drops = { first: "first", if_binary: "ifBinary" } as const;

function tableOf(rows: readonly (readonly string[])[]): Table {
  return table({ colour: rows.map(([colour = ""]) => colour), paid: rows.map(([, paid = ""]) => paid) });
}

function rowsOf(x: Table): number[][] {
  return x.objects().map((row) => Object.values(row).map(Number));
}

test.each(categories.encoders)("encodes as scikit-learn does with drop=$drop", (expected) => {
  const drop = expected.drop === "first" || expected.drop === "if_binary" ? drops[expected.drop] : null;
  const encoder = new OneHotEncoder({ drop, handleUnknown: "ignore" }).fit(train);

  expect(Object.values(encoder.categories)).toEqual(expected.categories);
  expect(encoder.featureNamesOut).toEqual(expected.names);
  expect(encoder.transform(train).columnNames()).toEqual(expected.names);
  expect(rowsOf(encoder.transform(train))).toEqual(expected.train);
  expect(rowsOf(encoder.transform(tableOf(categories.test)))).toEqual(expected.test);
});

test("drops the most frequent category of each column (of several, the first), or the given ones", () => {
  const x = table({ c: ["z", "x", "z", "y"], d: ["q", "p", "q", "p"] });
  const encoder = new OneHotEncoder({ drop: "mostFrequent" }).fit(x);

  expect(encoder.featureNamesOut).toEqual(["c_x", "c_y", "d_q"]);
  expect(encoder.dropped).toEqual({ c: "z", d: "p" });
  expect(rowsOf(encoder.transform(x))).toEqual([
    [0, 0, 1],
    [1, 0, 0],
    [0, 0, 1],
    [0, 1, 0],
  ]);
  expect(new OneHotEncoder({ drop: ["y", "q"] }).fit(x).featureNamesOut).toEqual(["c_x", "c_z", "d_p"]);
});

test.each([
  [
    "a category that a column does not have",
    ["z", "a"],
    'drop: found ["z","a"], expected for "d" one of p, q.',
  ],
  ["another number of categories than columns", ["z", "p", "p"], "expected one category for each of c, d."],
])("refuses to leave out %s", (_, drop, message) => {
  const x = table({ c: ["z", "x"], d: ["q", "p"] });
  expect(() => new OneHotEncoder({ drop }).fit(x)).toThrow(message);
});

test("keeps other columns, in their positions", () => {
  const x = table({ a: [1, 2], colour: ["red", "blue"], b: [3, 4], name: ["p", "q"] });

  const encoded = new OneHotEncoder({ columns: ["colour"] }).fitTransform(x);

  expect(encoded.objects()).toEqual([
    { a: 1, colour_blue: 0, colour_red: 1, b: 3, name: "p" },
    { a: 2, colour_blue: 1, colour_red: 0, b: 4, name: "q" },
  ]);
  expect(encoded.columnNames()).toEqual(["a", "colour_blue", "colour_red", "b", "name"]);
});

test("encodes all columns of texts by default, and the rows that a filter keeps", () => {
  const x = table({ a: [1, 2, 3], colour: ["red", "blue", "red"] }).filter((row: { a: number }) => row.a > 1);
  expect(new OneHotEncoder().fitTransform(x).objects()).toEqual([
    { a: 2, colour_blue: 1, colour_red: 0 },
    { a: 3, colour_blue: 0, colour_red: 1 },
  ]);
});

test("the empty text is a category", () => {
  const encoder = new OneHotEncoder().fit(table({ c: ["x", "", "x"] }));
  expect(encoder.categories).toEqual({ c: ["", "x"] });
  expect(encoder.featureNamesOut).toEqual(["c_", "c_x"]);
});

test("an unknown category is an error that names column, row and the known categories", () => {
  const encoder = new OneHotEncoder().fit(table({ c: ["x", "y"] }));
  const other = table({ c: ["x", "z"] });
  expect(() => encoder.transform(other)).toThrow(new UnknownCategoryError("c", 2, "z", ["x", "y"]));
  expect(() => encoder.transform(other)).toThrow(
    'column "c", row 2 (counted from 1): found the unknown category "z", expected one of: "x", "y".',
  );
});

test.each(["first", "mostFrequent"] as const)("its JSON restores the same encoder with drop=%s", (drop) => {
  const encoder = new OneHotEncoder({ drop, handleUnknown: "ignore" }).fit(train);
  const again = OneHotEncoder.fromJSON(JSON.parse(JSON.stringify(encoder)));
  expect(again.toJSON()).toEqual(encoder.toJSON());
  expect(rowsOf(again.transform(train))).toEqual(rowsOf(encoder.transform(train)));
});

test.each([
  ["fewer lists of categories than columns", { categories: [["no"]] }],
  ["a column that the table does not have", { columns: ["colour", "z"] }],
  ["another way to drop", { drop: "if_binary" }],
  ["a category left out that it does not have", { drop: ["red", "maybe"] }],
])("refuses a stored encoder with %s", (_, change) => {
  const json = { ...new OneHotEncoder().fit(train).toJSON(), ...change };
  expect(() => OneHotEncoder.fromJSON(json)).toThrow(InvalidModelError);
});

test("refuses two columns of one name", () => {
  const x = table({ a_b: [1], a: ["b"] });
  expect(() => new OneHotEncoder().fit(x)).toThrow(
    'OneHotEncoder.fit: two columns would be called "a_b". Rename one of them.',
  );
});

test("refuses numbers, no rows, other columns, and to transform before it is fitted", () => {
  expect(() => new OneHotEncoder({ columns: ["a"] }).fit(table({ a: [1] }))).toThrow(
    new NotTextError("a", 1, 1),
  );
  expect(() => new OneHotEncoder().fit(table({ a: [] }))).toThrow(ShapeError);
  expect(() => new OneHotEncoder({ columns: ["z"] }).fit(train)).toThrow(ColumnMismatchError);
  expect(() => new OneHotEncoder().fit(train).transform(table({ paid: ["yes"] }))).toThrow(
    ColumnMismatchError,
  );
  expect(() => new OneHotEncoder().transform(train)).toThrow(NotFittedError);
});
