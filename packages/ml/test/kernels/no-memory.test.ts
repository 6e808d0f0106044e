import { afterEach, expect, test, vi } from "vitest";
import { HistGradientBoostingClassifier, LogisticRegression, StandardScaler } from "../../src/index.js";
import { HistogramKernel } from "../../src/kernels/histogram-kernel.js";
import { HISTOGRAM_WASM } from "../../src/kernels/histogram-wasm.js";
import { instantiate, type WasmMemory } from "../../src/kernels/wasm-module.js";
import { boostingTable } from "../ensemble/boosting-table.js";
import { largestRelativeError } from "../relative-error.js";

afterEach(() => {
  vi.restoreAllMocks();
});

/** From now on WebAssembly's memory does not grow. */
function exhaustMemory(): void {
  const memory = instantiate<{ memory: WasmMemory }>(HISTOGRAM_WASM)?.memory;
  if (memory === undefined) throw new Error("no WebAssembly");
  vi.spyOn(Object.getPrototypeOf(memory), "grow").mockImplementation(() => {
    throw new RangeError("WebAssembly.Memory.grow(): Unable to grow instance memory");
  });
}

test("where memory does not grow, JavaScript fits and predicts instead", () => {
  const { x, y } = boostingTable({ n: 12_000, p: 2, seed: 12 });
  const boosted = () =>
    new HistGradientBoostingClassifier({ maxIter: 2, earlyStopping: false }).fit(x, y).toJSON();
  const linear = () => new LogisticRegression().fit(x, y).predictProba(x)[1] ?? [];
  const means = () => new StandardScaler().fit(x).toJSON().mean;
  exhaustMemory();
  expect(HistogramKernel.of([new Uint8Array(12_000)], [0], 3)).toBeUndefined();
  const [trees, probabilities, scaled] = [boosted(), linear(), means()];
  vi.restoreAllMocks();

  expect(HistogramKernel.of([new Uint8Array(12_000)], [0], 3)).toBeDefined();
  expect(boosted()).toEqual(trees);
  expect(largestRelativeError(probabilities, linear())).toBeLessThan(1e-9);
  expect(largestRelativeError(scaled, means())).toBeLessThan(1e-9);
});
