import { table } from "arquero";
import { describe, expect, test } from "vitest";
import {
  ColumnMismatchError,
  ColumnTransformer,
  NotFittedError,
  OneHotEncoder,
  ShapeError,
  StandardScaler,
  type Table,
  type Transformer,
} from "../../src/index.js";
import { largestRelativeError } from "../relative-error.js";
import { columnTransformer, customers, reference } from "./customers.js";

const { xTrain, xTest } = customers;
const small = table({ a: Float64Array.of(1, 3), name: ["x", "y"], b: Float64Array.of(5, 5) });

function expectTable(found: Table, { names, rows }: { names: string[]; rows: number[][] }): void {
  expect(found.columnNames()).toEqual(names);
  names.forEach((name, j) => {
    const expected = rows.map((row) => row[j] ?? Number.NaN);
    expect(largestRelativeError(Float64Array.from(found.array(name)), expected), name).toBeLessThan(1e-12);
  });
}

describe("gives scikit-learn's columns, in its order", () => {
  test.each([
    ["others are dropped by default", undefined, reference.drop],
    ["others pass through and come last", { remainder: "passthrough" }, reference.passthrough],
    [
      "names begin with the transformer's",
      { remainder: "passthrough", verboseFeatureNamesOut: true },
      reference.prefixed,
    ],
  ] as const)("%s", (_, options, expected) => {
    expectTable(columnTransformer(options).fit(xTrain).transform(xTest), expected);
  });

  test("single columns are dropped or pass through", () => {
    const transformer = new ColumnTransformer(
      [
        ["a", "passthrough", ["visits"]],
        ["b", "drop", ["plan", "age", "region"]],
      ],
      { remainder: "passthrough" },
    );

    const { names, rows } = reference.named_drop;
    const expected = rows.map((row) => row.map((cell) => cell ?? Number.NaN));
    const found = transformer.fit(xTrain).transform(xTest);
    expect(found.columnNames()).toEqual(names);
    expect(names.map((name) => Array.from(found.array(name)))).toEqual(
      names.map((_, j) => expected.map((row) => row[j])),
    );
  });
});

test("numeric and text select by what the columns hold, in the table's order; what has no column is left out", () => {
  const scaler = new StandardScaler();
  const transformer = new ColumnTransformer([
    ["texts", "passthrough", "text"],
    ["numbers", scaler, "numeric"],
    ["none", new OneHotEncoder(), []],
  ]);

  const found = transformer.fitTransform(small);

  expect(found.objects()).toEqual([
    { name: "x", a: -1, b: 0 },
    { name: "y", a: 1, b: 0 },
  ]);
  expect(Object.keys(found.object() ?? {})).toEqual(["name", "a", "b"]);
  expect([...transformer.namedTransformers]).toEqual([
    ["texts", "passthrough"],
    ["numbers", scaler],
  ]);
  expect(transformer.featureNames).toEqual(["a", "name", "b"]);
});

test("names that are whole numbers keep their order", () => {
  const x = table([
    ["2020", Float64Array.of(1, 2)],
    ["7", Float64Array.of(3, 4)],
  ]);
  const transformer = new ColumnTransformer([["all", "passthrough", ["2020", "7"]]]);
  expect(transformer.fitTransform(x).columnNames()).toEqual(["2020", "7"]);
});

test("reads a filtered and ordered table as its rows stand", () => {
  const x = table({ a: Float64Array.of(9, 1, 3) }).filter((row: { a: number }) => row.a < 9);
  const transformer = new ColumnTransformer([["all", new StandardScaler(), "numeric"]]);
  expect(Array.from(transformer.fitTransform(x).array("a"))).toEqual([-1, 1]);
});

test("two columns of one name are an error that names both transformers and the fix", () => {
  const transformer = () =>
    [
      ["scaled", new StandardScaler(), ["a"]],
      ["raw", "passthrough", ["a"]],
    ] as const;

  expect(() => new ColumnTransformer(transformer()).fit(small)).toThrow(
    new ShapeError(
      'ColumnTransformer: "scaled" and "raw" both make a column "a". Rename a column, or name the columns after their ' +
        "transformers with verboseFeatureNamesOut: true.",
    ),
  );
  const prefixed = new ColumnTransformer(transformer(), { verboseFeatureNamesOut: true });
  expect(prefixed.fitTransform(small).columnNames()).toEqual(["scaled__a", "raw__a"]);
});

test("a column that is not in the table is named, with those that are", () => {
  const transformer = new ColumnTransformer([["numbers", new StandardScaler(), ["a", "c"]]]);
  expect(() => transformer.fit(small)).toThrow(
    'ColumnTransformer.fit: "numbers" is for the column "c", which is not in the table. Found: a, name, b.',
  );
});

test("a column that one transformer names twice is an error", () => {
  const twice = new ColumnTransformer([["numbers", new StandardScaler(), ["a", "a"]]]);
  expect(() => twice.fit(small)).toThrow(
    new ShapeError('ColumnTransformer.fit: "numbers" names the column "a" twice. Name it once.'),
  );
});

test("a transformer that changes the number of rows is refused", () => {
  const halving: Transformer = {
    fit() {
      return this;
    },
    transform: (x) => x.slice(0, 1).reify(),
    toJSON: () => ({ estimator: "Halving" }),
  };
  expect(() => new ColumnTransformer([["half", halving, "numeric"]]).fit(small)).toThrow(
    'ColumnTransformer: "half" makes 1 rows of 2. A transformer keeps the rows.',
  );
});

test.each([
  ["", 'transformers: found the name "", expected a name without "__".'],
  ["a__b", 'transformers: found the name "a__b", expected a name without "__".'],
  ["other", 'transformers: found the name "other" twice, expected a name of its own for each.'],
])("refuses the name %j", (name, message) => {
  expect(
    () =>
      new ColumnTransformer([
        ["other", "drop", "text"],
        [name, "passthrough", "numeric"],
      ]),
  ).toThrow(message);
});

test("refuses one object in two places, whose second fit would replace the first", () => {
  const scaler = new StandardScaler();
  expect(
    () =>
      new ColumnTransformer([
        ["one", scaler, ["a"]],
        ["two", scaler, ["b"]],
      ]),
  ).toThrow(
    'transformers: found the same object as "one" and "two", expected an object of its own for each.',
  );
});

test("before the fit, and with other columns, it says so", () => {
  const transformer = new ColumnTransformer([["numbers", new StandardScaler(), "numeric"]]);
  expect(() => transformer.transform(small)).toThrow(NotFittedError);
  expect(() => transformer.fit(small).transform(small.select("b", "a"))).toThrow(ColumnMismatchError);
});

test("comes back from JSON with the same columns, and nests", () => {
  const fitted = columnTransformer({ remainder: "passthrough" }).fit(xTrain);

  const json = JSON.parse(JSON.stringify(fitted));
  const restored = ColumnTransformer.fromJSON(json);

  expect(restored.transform(xTest).objects()).toEqual(fitted.transform(xTest).objects());
  expect(restored.toJSON()).toEqual(fitted.toJSON());
  expect(fitted.toJSON().transformers.map(([name, , columns]) => [name, columns])).toEqual([
    ["numbers", ["age", "charge"]],
    ["texts", ["plan", "region"]],
  ]);
});

test("a stored form whose columns are not the table's is refused", () => {
  const json = new ColumnTransformer([["a", "passthrough", ["a"]]]).fit(small).toJSON();
  expect(() => ColumnTransformer.fromJSON({ ...json, featureNames: ["b"] })).toThrow(
    "the columns of transformers must all be among featureNames",
  );
});
