import { table } from "arquero";
import { expect, test } from "vitest";
import { InvalidParameterError, LogisticRegression } from "../../src/index.js";
import { largestRelativeError } from "../relative-error.js";

const x = table({ a: [-2, -1, 0, 1, 2, 3], b: [1, 0, 1, 0, 1, 0] });
const y = Float64Array.of(0, 0, 1, 0, 1, 1);

test("ends where Newton's method without penalty and intercept ends, given enough steps", async () => {
  const newton = new LogisticRegression({ C: Number.POSITIVE_INFINITY, fitIntercept: false, tol: 1e-12 });
  const descent = new LogisticRegression({
    solver: "gradient-descent",
    gradientDescent: { numSteps: 3000, learningRate: 0.1 },
  });
  await descent.fitAsync(x, y);
  expect(largestRelativeError(descent.coef[0], newton.fit(x, y).coef[0])).toBeLessThan(1e-6);
  expect(descent).toMatchObject({ intercept: [0], nIter: 3000, converged: true, standardErrors: null });
});

test("warns of the options that it ignores", async () => {
  const warnings: string[] = [];
  await new LogisticRegression({
    solver: "gradient-descent",
    gradientDescent: { numSteps: 3000, learningRate: 0.1 },
    onWarning: (message) => warnings.push(message),
  }).fitAsync(x, y);
  expect(warnings).toHaveLength(1);
  expect(warnings[0]).toMatch(/C, fitIntercept, tol, maxIter and classWeight are ignored/);
});

test("warns when its steps were too few", async () => {
  const model = new LogisticRegression({ solver: "gradient-descent", gradientDescent: { numSteps: 2 } });
  await model.fitAsync(x, y);
  expect(model.converged).toBe(false);
  expect(model.warnings[1]).toMatch(/did not converge in 2 steps/);
});

test("its JSON restores the same model", async () => {
  const model = new LogisticRegression({ solver: "gradient-descent", gradientDescent: { numSteps: 2 } });
  await model.fitAsync(x, y);
  const again = LogisticRegression.fromJSON(JSON.parse(JSON.stringify(model)));
  expect(again.predictProba(x)).toEqual(model.predictProba(x));
});

test("cannot be fitted synchronously, and the error names fitAsync", () => {
  expect(() => new LogisticRegression({ solver: "gradient-descent" }).fit(x, y)).toThrow(
    /await model\.fitAsync/,
  );
});

test("fitAsync fits by Newton's method too", async () => {
  const model = await new LogisticRegression().fitAsync(x, y);
  expect(model.coef).toEqual(new LogisticRegression().fit(x, y).coef);
});

test.each([{ numSteps: 0 }, { numSteps: 1.5 }, { learningRate: 0 }])(
  "refuses the steps %o",
  async (gradientDescent) => {
    const model = new LogisticRegression({ solver: "gradient-descent", gradientDescent });
    await expect(model.fitAsync(x, y)).rejects.toThrow(InvalidParameterError);
  },
);

test("overflow is an error, and does not give NaN coefficients", async () => {
  const model = new LogisticRegression({
    solver: "gradient-descent",
    gradientDescent: { numSteps: 3, learningRate: 1e308 },
  });
  await expect(model.fitAsync(table({ a: [-1e10, 2e10] }), Float64Array.of(0, 1))).rejects.toThrow(
    /a shorter step/,
  );
});
