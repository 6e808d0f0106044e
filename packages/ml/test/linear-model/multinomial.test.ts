import { table } from "arquero";
import fc from "fast-check";
import { expect, expectTypeOf, test } from "vitest";
import * as z from "zod";
import {
  type ClassWeight,
  type Column,
  dummyClassifierSchema,
  InvalidModelError,
  InvalidParameterError,
  LogisticRegression,
  type LogisticRegressionOptions,
  logisticRegressionSchema,
  OneClassError,
  requireBinaryModel,
  ShapeError,
  type StoredBinaryLogisticRegression,
} from "../../src/index.js";
import reference from "../fixtures/sklearn-multinomial.json" with { type: "json" };
import { largestRelativeError } from "../relative-error.js";

/** Optima of scikit-learn 1.9.1, refined in long double, by fixtures/sklearn-multinomial.py. */
const cases = reference.answers.map(({ table: name, options, isWeighted, ...expected }) => {
  const { columns, y, weights } = reference.tables[name as keyof typeof reference.tables]; // JSON has texts
  const { C, isUnpenalized, fitIntercept, classWeight } = options;
  const given: LogisticRegressionOptions = {
    tol: 1e-12,
    ...(C === undefined ? {} : { C }),
    ...(isUnpenalized === undefined ? {} : { C: Number.POSITIVE_INFINITY }),
    ...(fitIntercept === undefined ? {} : { fitIntercept }),
    ...(classWeight === undefined ? {} : { classWeight: classWeight as ClassWeight }), // the union of JSON's objects
  };
  return {
    name: `${name}${isWeighted ? ", weighted" : ""} ${JSON.stringify(options)}`,
    x: table(columns.map((column, j): [string, Float64Array] => [`x${j}`, Float64Array.from(column)])),
    y: labelsOf(y),
    sizes: columns.map((column) => Math.max(...column.map(Math.abs))),
    given,
    fitOptions: isWeighted ? { sampleWeight: weights } : {},
    expected,
  };
});

function labelsOf(labels: readonly (number | string)[]): Column {
  return typeof labels[0] === "string" ? labels.map(String) : Float64Array.from(labels, Number);
}

/** The largest error in the logits that a coefficient causes, relative to the largest logits. */
function errorOfCoef(
  found: readonly (readonly number[])[],
  expected: readonly (readonly number[])[],
  sizes: readonly number[],
): number {
  const effects = (rows: readonly (readonly number[])[]) =>
    rows.flatMap((row) => row.map((value, j) => value * (sizes[j] ?? 0)));
  const wanted = effects(expected);
  const largest = Math.max(...wanted.map(Math.abs));
  return Math.max(...effects(found).map((value, i) => Math.abs(value - (wanted[i] ?? Number.NaN)) / largest));
}

test.each(cases)("finds the optimum of $name", ({ x, y, sizes, given, fitOptions, expected }) => {
  const model = new LogisticRegression(given).fit(x, y, fitOptions);
  expect(model.converged).toBe(true);
  expect(model.warnings).toEqual([]);
  expect(errorOfCoef(model.coef, expected.coef, sizes)).toBeLessThan(1e-9);
  const largest = Math.max(1, ...expected.intercept.map(Math.abs));
  model.intercept.forEach((value, c) => {
    expect(Math.abs(value - (expected.intercept[c] ?? Number.NaN))).toBeLessThan(1e-9 * largest);
  });
  model.predictProba(x).forEach((column, c) => {
    expect(largestRelativeError(column.subarray(0, 6), expected.probabilities[c] ?? [])).toBeLessThan(1e-9);
  });
  expect([...model.predict(x)]).toEqual(expected.predictions);
});

test("coefficients and intercepts add up to 0 over the classes, also without a penalty", () => {
  for (const { x, y, given, fitOptions } of cases) {
    const { coef, intercept, featureNames } = new LogisticRegression(given).fit(x, y, fitOptions);
    const sums = featureNames.map((_, j) => coef.reduce((sum, row) => sum + (row[j] ?? 0), 0));
    const sizes = featureNames.map((_, j) => Math.max(...coef.map((row) => Math.abs(row[j] ?? 0))));
    sums.forEach((sum, j) => {
      expect(Math.abs(sum)).toBeLessThanOrEqual(1e-12 * (sizes[j] ?? 0));
    });
    const largest = Math.max(1, ...intercept.map(Math.abs));
    expect(Math.abs(intercept.reduce((sum, value) => sum + value, 0))).toBeLessThan(1e-12 * largest);
  }
});

const [iris] = cases;

function fitIris(options: LogisticRegressionOptions = {}): LogisticRegression {
  return new LogisticRegression(options).fit(iris?.x ?? table({}), iris?.y ?? []);
}

test("takes at most ten Newton steps on iris", () => {
  expect(fitIris({ tol: 1e-12 }).nIter).toBeLessThanOrEqual(10);
  expect(fitIris().nIter).toBeLessThanOrEqual(8);
});

test("its stored form has `multiClass`, and predicts the same", () => {
  const model = fitIris();
  const stored: unknown = JSON.parse(JSON.stringify(model));
  expect(stored).toMatchObject({ estimator: "LogisticRegression", multiClass: "multinomial" });
  expect(logisticRegressionSchema.parse(stored)).toEqual(model.toJSON());
  const again = LogisticRegression.fromJSON(stored);
  const x = iris?.x ?? table({});
  expect(again.predictProba(x)).toEqual(model.predictProba(x));
  expect(again.classes).toEqual(["setosa", "versicolor", "virginica"]);
  expect(again.standardErrors).toBeNull();
});

test("the form of two classes has no `multiClass`, and its type follows from that", () => {
  const model = new LogisticRegression().fit(table({ a: [1, 2, 3, 4] }), ["n", "p", "n", "p"]);
  const stored = model.toJSON();
  expect(Object.keys(stored)).not.toContain("multiClass");
  expect(requireBinaryModel(stored)).toBe(stored);
  if (stored.multiClass === undefined) expectTypeOf(stored).toEqualTypeOf<StoredBinaryLogisticRegression>();
  expect(() => requireBinaryModel(fitIris().toJSON())).toThrow(
    new InvalidParameterError("classifier", "one of 3 classes", "one of two classes"),
  );
});

test("its schema is one option of a union by `estimator`", () => {
  const union = z.discriminatedUnion("estimator", [dummyClassifierSchema, logisticRegressionSchema]);
  const stored = fitIris().toJSON();
  expect(union.parse(stored)).toEqual(stored);
  expect(union.safeParse({ ...stored, coef: [[1]] }).success).toBe(false);
  expect(union.safeParse({ ...stored, multiClass: "ovr" }).success).toBe(false);
});

test("a stored form with another number of rows than classes is refused", () => {
  expect(() => LogisticRegression.fromJSON({ ...fitIris().toJSON(), intercept: [1, 2] })).toThrow(
    InvalidModelError,
  );
});

test("separated classes without a penalty are a warning", () => {
  const a = Float64Array.of(1, 2, 3, 11, 12, 13, 21, 22, 23);
  const warnings: string[] = [];
  const model = new LogisticRegression({
    C: Number.POSITIVE_INFINITY,
    onWarning: (each) => warnings.push(each),
  });
  model.fit(table({ a }), Float64Array.of(0, 0, 0, 1, 1, 1, 2, 2, 2));
  expect(model.converged).toBe(false);
  expect(warnings[0]).toMatch(/^The columns separate the classes perfectly/);
  expect([...model.predict(table({ a }))]).toEqual([0, 0, 0, 1, 1, 1, 2, 2, 2]);
  expect(model.coef.flat().every(Number.isFinite)).toBe(true);
});

test("two equal columns without a penalty are a warning, and predict as one does", () => {
  const found = cases.find(({ name }) => name.startsWith("four classes"));
  if (found === undefined) throw new Error("no such case");
  const options = { C: Number.POSITIVE_INFINITY, tol: 1e-12 };
  const one = new LogisticRegression(options).fit(found.x, found.y);
  const twice = found.x.assign(table({ again: found.x.array("x0") }));
  const both = new LogisticRegression(options).fit(twice, found.y);
  expect(both.warnings).toEqual([expect.stringMatching(/^The Hessian is singular/)]);
  both.predictProba(twice).forEach((column, c) => {
    expect(largestRelativeError(column, one.predictProba(found.x)[c] ?? [])).toBeLessThan(1e-7);
  });
});

test("a constant column has coefficients of 0", () => {
  const x = (iris?.x ?? table({})).select("x0", "x1").derive({ constant: () => 1e6 });
  const model = new LogisticRegression({ tol: 1e-12 }).fit(x, iris?.y ?? []);
  model.coef.forEach(([, , ofConstant]) => {
    expect(Math.abs(ofConstant ?? Number.NaN)).toBeLessThan(1e-14);
  });
});

test("whole weights are repeated rows, in any order, of two classes and of more", () => {
  const rows = fc.array(
    fc.tuple(fc.integer({ min: -9, max: 9 }), fc.nat(2), fc.integer({ min: 1, max: 3 })),
    {
      minLength: 4,
      maxLength: 12,
    },
  );
  fc.assert(
    fc.property(rows, (triples) => {
      fc.pre(new Set(triples.map(([, label]) => label)).size > 1);
      const named = (list: readonly (readonly number[])[]) =>
        table({ a: Float64Array.from(list, ([a = 0]) => a) });
      const labels = (list: readonly (readonly number[])[]) =>
        Float64Array.from(list, ([, label = 0]) => label);
      const x = named(triples);
      const weighted = new LogisticRegression({ tol: 1e-12 }).fit(x, labels(triples), {
        sampleWeight: triples.map(([, , times]) => times),
      });
      const repeated = triples.flatMap((row) => Array<typeof row>(row[2]).fill(row)).reverse();
      const plain = new LogisticRegression({ tol: 1e-12 }).fit(named(repeated), labels(repeated));
      weighted.predictProba(x).forEach((column, c) => {
        expect(largestRelativeError(column, plain.predictProba(x)[c] ?? [])).toBeLessThan(1e-8);
      });
    }),
    { seed: 5, numRuns: 60 },
  );
});

test.each(reference.twoClasses)(
  "weighted rows of two classes, class weight $classWeight, are scikit-learn's",
  (expected) => {
    const { columns, y, weights } = reference.tables["four classes that overlap"];
    const x = table(columns.map((column, j): [string, Float64Array] => [`x${j}`, Float64Array.from(column)]));
    const options = expected.classWeight === null ? {} : { classWeight: "balanced" as const };
    const model = new LogisticRegression({ tol: 1e-12, ...options });
    model.fit(
      x,
      Uint8Array.from(y, (label) => (label === 20 ? 1 : 0)),
      { sampleWeight: weights },
    );
    expect(largestRelativeError(model.coef[0], expected.coef)).toBeLessThan(1e-9);
    expect(largestRelativeError(model.intercept, [expected.intercept])).toBeLessThan(1e-9);
    const [, positive] = model.predictProba(x);
    expect(largestRelativeError(positive.subarray(0, 6), expected.probabilities)).toBeLessThan(1e-9);
  },
);

test("probabilities add up to 1 and do not overflow", () => {
  const model = LogisticRegression.fromJSON({ ...fitIris().toJSON(), intercept: [800, 0, -800] });
  const probabilities = model.predictProba(iris?.x ?? table({}));
  probabilities[0].forEach((value, i) => {
    expect(probabilities.reduce((sum, column) => sum + (column[i] ?? 0), 0)).toBeCloseTo(1, 14);
    expect(value).toBeGreaterThan(0.99);
  });
});

test("bad calls are errors that name what was found", async () => {
  const x = table({ a: [1, 2, 3] });
  const y = ["a", "b", "c"];
  expect(() => new LogisticRegression().fit(x, y, { sampleWeight: [1, 1] })).toThrow(ShapeError);
  expect(() => new LogisticRegression().fit(x, y, { sampleWeight: [1, 1, 0] })).toThrow(
    'sampleWeight: found only zeros for the class "c", expected a weight above 0 in each class.',
  );
  expect(() => new LogisticRegression({ classWeight: { d: 1 } }).fit(x, y)).toThrow(InvalidParameterError);
  expect(() => new LogisticRegression().fit(x, ["a", "a", "a"])).toThrow(OneClassError);
  const descent = new LogisticRegression({ solver: "gradient-descent" });
  await expect(descent.fitAsync(x, y)).rejects.toThrow(
    'y: found 3 classes, expected two, with the solver "gradient-descent".',
  );
  const wide = table(
    Array.from({ length: 5000 }, (_, j): [string, Float64Array] => [`x${j}`, Float64Array.of(1, 2, 3)]),
  );
  expect(() => new LogisticRegression().fit(wide, y)).toThrow(ShapeError);
});
