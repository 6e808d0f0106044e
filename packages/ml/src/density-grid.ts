/** A rectangle of the plane, divided into cells of equal size. */
export interface GridShape {
  readonly xRange: readonly [number, number];
  readonly yRange: readonly [number, number];
  readonly columns: number;
  readonly rows: number;
}

/** How many points lie in each cell. */
export interface DensityGrid extends GridShape {
  /** Row by row from the lowest y, each from the lowest x. */
  readonly counts: Uint32Array;
  /** The largest of them. */
  readonly largest: number;
  /** Points outside of the rectangle. */
  readonly outside: number;
}

/**
 * Counts points by cells, so that a picture of a million is small, and shows where most of them are.
 * @param x n finite numbers
 * @param y n finite numbers
 */
export function densityGrid(x: ArrayLike<number>, y: ArrayLike<number>, shape: GridShape): DensityGrid {
  const { xRange, yRange, columns, rows } = shape;
  const counts = new Uint32Array(columns * rows);
  const perX = columns / (xRange[1] - xRange[0]);
  const perY = rows / (yRange[1] - yRange[0]);
  let outside = 0;
  for (let i = 0; i < x.length; i++) {
    const [left, bottom] = [(x[i] ?? 0) - xRange[0], (y[i] ?? 0) - yRange[0]];
    if (!(left >= 0 && bottom >= 0 && left * perX <= columns && bottom * perY <= rows)) {
      outside++;
      continue;
    }
    // The upper edges belong to the last cells.
    const column = Math.min(columns - 1, Math.floor(left * perX));
    const row = Math.min(rows - 1, Math.floor(bottom * perY));
    const cell = row * columns + column;
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
  return { ...shape, counts, largest: counts.reduce((a, b) => Math.max(a, b), 0), outside };
}

/**
 * The level of a cell's colour, on a logarithmic scale: 0 for none, 1 for one point, `levels` for the fullest cell.
 * @param levels ≥ 2
 */
export function densityLevel(count: number, largest: number, levels: number): number {
  if (count === 0) return 0;
  if (largest === 1) return levels;
  return 1 + Math.round(((levels - 1) * Math.log(count)) / Math.log(largest));
}
