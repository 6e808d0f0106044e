import { afterEach, expect, test, vi } from "vitest";
import { readProgress } from "../../src/dataset/read-progress.js";

afterEach(() => {
  vi.useRealTimers();
});

test("reports four times a second, and the end", () => {
  vi.useFakeTimers();
  const reported: number[] = [];
  const onRead = readProgress((done) => reported.push(done), 100);
  for (const [after, done] of [
    [100, 10],
    [100, 20],
    [100, 30],
    [100, 40],
    [300, 90],
    [10, 100],
  ] as const) {
    vi.advanceTimersByTime(after);
    onRead?.(done);
  }
  expect(reported).toEqual([30, 90, 100]);
});

test("reports nothing for a file that is read in a quarter of a second", () => {
  vi.useFakeTimers();
  const onProgress = vi.fn();
  const onRead = readProgress(onProgress, 100);
  vi.advanceTimersByTime(200);
  onRead?.(100);
  expect(onProgress).not.toHaveBeenCalled();
});
