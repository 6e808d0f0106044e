import { expect, test } from "vitest";
import { twoSidedPValue } from "../../src/metrics/two-sided-p-value.js";
import delong from "../fixtures/delong.json" with { type: "json" };

test.each(delong.pValues)("is scipy's at z = %d", (z = 0, expected = 0) => {
  expect(Math.abs(twoSidedPValue(z) / expected - 1)).toBeLessThan(1e-12);
});
