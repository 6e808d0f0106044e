import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { defineDataset } from "@tiphys/workflow";
import { expect, test, vi } from "vitest";
import * as z from "zod";
import { tempDir } from "../project.js";

/** A project's dataset whose positive class sorts before the negative one. */
vi.doMock("../../src/dataset.js", () => ({
  contract: defineDataset({
    columns: { row: z.int(), risk: z.enum(["bad", "good"]) },
    target: "risk",
  }),
  positiveClass: "bad",
  negativeClass: "good",
}));

test("stratifies by the labels as in the file, whichever class is positive", async () => {
  const { loadAndSplitDataset } = await import("../../src/steps/load-and-split-dataset.js");
  const file = join(tempDir(), "risks.csv");
  const rows = Array.from({ length: 30 }, (_, i) => `${i},${i % 3 === 0 ? "bad" : "good"}`);
  writeFileSync(file, ["row,risk", ...rows, ""].join("\n"));

  const { xTrain, xTest, yTest } = await loadAndSplitDataset.run({
    dataset: { file },
    testSize: 0.2,
    randomState: 42,
    stratify: true,
    onBadRow: "fail",
  });

  // train_test_split(range(30), test_size=0.2, random_state=42, stratify=labels) of scikit-learn 1.5.2
  expect(Array.from(xTest.array("row"))).toEqual([9, 28, 5, 29, 18, 16]);
  expect(Array.from(xTrain.array("row"))).toEqual([
    2, 14, 12, 1, 4, 6, 22, 24, 0, 3, 17, 13, 8, 27, 23, 21, 15, 11, 7, 25, 26, 20, 19, 10,
  ]);
  expect([...yTest]).toEqual([1, 0, 0, 0, 1, 0]);
});
