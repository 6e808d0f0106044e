import type { RandomState } from "./random-state.js";

/**
 * Draws some of the numbers 0 to population − 1, none twice, in no particular order.
 * @param size from 1 to population
 * @see scikit-learn, utils.random.sample_without_replacement with method="auto"
 */
export function sampleWithoutReplacement(population: number, size: number, random: RandomState): number[] {
  const share = size / population;
  if (share > 0.01 && share < 0.99) return Array.from(random.permutation(population).subarray(0, size));
  return share < 0.2 ? drawUntilNew(population, size, random) : reservoir(population, size, random);
}

function drawUntilNew(population: number, size: number, random: RandomState): number[] {
  const drawn = new Set<number>();
  while (drawn.size < size) drawn.add(random.interval(population - 1));
  return [...drawn];
}

function reservoir(population: number, size: number, random: RandomState): number[] {
  const drawn = Array.from({ length: size }, (_, i) => i);
  for (let i = size; i < population; i++) {
    const place = random.interval(i);
    if (place < size) drawn[place] = i;
  }
  return drawn;
}
