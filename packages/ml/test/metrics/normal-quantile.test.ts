import { expect, test } from "vitest";
import { normalQuantile } from "../../src/metrics/normal-quantile.js";
import { reference19 } from "../diabetes.js";
import { largestRelativeError } from "../relative-error.js";

test.each(reference19.normal_quantile)("of %d is %d, as scipy has it", (probability = 0, expected = 0) => {
  expect(largestRelativeError([normalQuantile(probability)], [expected])).toBeLessThan(1e-14);
});
