import { join } from "node:path";
import { expect, test } from "vitest";
import { compareRuns } from "../packages/workflow/src/comparison/compare-runs.js";
import { runWorkflow } from "../packages/workflow/src/index.js";
import { tempDir } from "../packages/workflow/test/temp-dir.js";
import { comparison } from "../src/comparison.js";
import { modelTrainingPipeline } from "../src/workflow.js";
import { root } from "./project.js";

const runs = join(tempDir(), "runs");

async function trained(parameters: { C?: number; randomState?: number }): Promise<string> {
  return (await runWorkflow(modelTrainingPipeline, { runs, parameters, root })).directory;
}

test("two models of one split are compared by DeLong's test, those of two splits are not", async () => {
  const directories = [await trained({}), await trained({ C: 0.001 }), await trained({ randomState: 7 })];
  const { pairs, curves } = await compareRuns(comparison, directories);

  // MLstatkit 0.1.91 on the same labels and scores.
  expect(pairs).toMatchObject([
    {
      differences: [
        {
          name: "AUC",
          difference: expect.closeTo(-0.011019283746556478, 12),
          interval: {
            lower: expect.closeTo(-0.0439443, 7),
            upper: expect.closeTo(0.0219057, 7),
            confidence: 0.95,
          },
          pValue: expect.closeTo(0.5118516780580564, 9),
          test: "DeLong's paired test",
        },
      ],
    },
    { reason: "the runs scored different rows: xTest of load-and-split-dataset differs" },
  ]);
  expect(curves.map(({ x, y }) => [x[0], y[0], x.at(-1), y.at(-1)])).toEqual(Array(3).fill([0, 0, 1, 1]));
});
