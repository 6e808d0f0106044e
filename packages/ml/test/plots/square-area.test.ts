import fc from "fast-check";
import { expect, test } from "vitest";
import { InvalidParameterError } from "../../src/errors.js";
import { MARGIN, squareArea } from "../../src/plots/square-area.js";

test("is as large as the shorter side allows, and centred with its axes", () => {
  expect(squareArea(800, 600)).toEqual({ left: 184, top: 52, side: 486 });
  expect(squareArea(400, 900)).toEqual({ left: 78, top: 52, side: 298 });
});

test("always leaves room for title and axes", () => {
  fc.assert(
    fc.property(fc.integer({ min: 302, max: 3000 }), fc.integer({ min: 314, max: 3000 }), (width, height) => {
      const { left, top, side } = squareArea(width, height);
      expect(left).toBeGreaterThanOrEqual(MARGIN.left);
      expect(left + side + MARGIN.right).toBeLessThanOrEqual(width);
      expect(top + side + MARGIN.bottom).toBeLessThanOrEqual(height);
    }),
  );
});

test.each([
  [301, 600],
  [800, 313],
  [800.5, 600],
  [Number.NaN, 600],
])("refuses %d × %d", (width, height) => {
  expect(() => squareArea(width, height)).toThrow(InvalidParameterError);
});
