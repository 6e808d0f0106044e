import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { hasOnnxRuntime } from "../packages/ml/test/onnx/onnx-runtime.js";
import { applyExportedModel } from "./exported-model.js";
import { pipeline, tempDir } from "./project.js";

const runs = tempDir();
const latest = join(runs, "latest");

async function runAndExport(...settings: string[]): Promise<string> {
  const ran = await pipeline(["run", "--runs", runs, ...settings]);
  expect(ran.code, ran.stderr).toBe(0);
  const { code, stdout, stderr } = await pipeline(["runs", "export", "--to", "onnx", "--runs", runs]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return stdout;
}

test("runs export writes model.onnx beside model.json, and prints its inputs and outputs", async () => {
  const lines = (await runAndExport()).split("\n");

  expect(lines[0]).toMatch(/model-training\/model\.onnx$/);
  expect(lines[1]).toMatch(/^inputs {3}Pregnancies \(double\), Glucose \(double\), .*, Age \(double\)$/);
  expect(lines[2]).toBe("outputs  probability (double), class (int64)");
  expect(
    readFileSync(join(latest, "model-training/model.onnx")).includes("Probability that Outcome is 1"),
  ).toBe(true);
});

describe.skipIf(!hasOnnxRuntime)("the probabilities of onnxruntime", () => {
  test.each([[[]], [["--set", "missing=median"]], [["--set", "threshold=0.2"]]])(
    "are those of a run with the settings %j",
    async (settings) => {
      await runAndExport(...settings);

      const { largestDifference, rows, classes } = await applyExportedModel(latest);

      expect(largestDifference).toBeLessThan(1e-12);
      expect({ rows, classes }).toEqual({ rows: 154, classes: [0, 1] });
    },
  );
});

test("a model that was changed after the run is refused", async () => {
  await runAndExport();
  const model = join(latest, "model-training/model.json");
  writeFileSync(model, readFileSync(model, "utf8").replace('"intercept"', '"intercept" '));

  const { code, stderr } = await pipeline(["runs", "export", "--to", "onnx", "--runs", runs]);

  expect(code).toBe(1);
  expect(stderr).toContain("model.json was changed after the run had written it");
  expect(stderr).not.toContain("    at ");
});
