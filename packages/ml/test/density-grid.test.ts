import fc from "fast-check";
import { expect, test } from "vitest";
import { densityGrid, densityLevel } from "../src/density-grid.js";

const shape = { xRange: [0, 2], yRange: [0, 1], columns: 2, rows: 2 } as const;

test("counts points by cells from the lower left, the upper edges in the last ones", () => {
  const grid = densityGrid([0, 0.5, 1, 2, 2, -1], [0, 0.1, 0.4, 1, 1, 0], shape);
  expect([...grid.counts]).toEqual([2, 1, 0, 2]);
  expect(grid.largest).toBe(2);
  expect(grid.outside).toBe(1);
});

test("each point is in a cell or outside", () => {
  const point = fc.tuple(fc.double({ min: -1, max: 3 }), fc.double({ min: -1, max: 3 }));
  fc.assert(
    fc.property(fc.array(point), (points) => {
      const [x, y] = [points.map(([a]) => a), points.map(([, b]) => b)];
      const { counts, outside } = densityGrid(x, y, shape);
      expect(counts.reduce((sum, count) => sum + count, 0) + outside).toBe(points.length);
    }),
    { seed: 17 },
  );
});

test.each([
  [0, 100, 0],
  [1, 100, 1],
  [10, 100, 3],
  [100, 100, 5],
  [1, 1, 5],
])("a cell of %d, where the fullest has %d, has level %d of 5", (count, largest, level) => {
  expect(densityLevel(count, largest, 5)).toBe(level);
});
