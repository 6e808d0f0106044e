import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

test("a process that draws many pictures does not grow with them", { timeout: 120_000 }, () => {
  const script = `
    import { rocCurvePng } from "./index.ts";
    const draw = () => rocCurvePng({ fpr: [0, 0.1, 1], tpr: [0, 0.8, 1], auc: 0.85 });
    const heap = () => (globalThis.gc(), process.memoryUsage().heapUsed / 1e6);
    const run = async () => {
      for (let i = 0; i < 5; i++) await draw();
      const before = heap();
      for (let i = 0; i < 20; i++) await draw();
      process.stdout.write(String(heap() - before));
    };
    run();`;
  const grownBy = execFileSync(
    process.execPath,
    ["--expose-gc", "--import", "tsx", "--input-type=module", "--eval", script],
    { cwd: fileURLToPath(new URL("../../src/", import.meta.url)), encoding: "utf8" },
  );
  // In megabytes; a Chart.js for each picture took 3 MB, 60 in all.
  expect(Number(grownBy)).toBeLessThan(10);
});
