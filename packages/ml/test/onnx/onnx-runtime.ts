import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as z from "zod";
import { columnOf, type Table } from "../../src/index.js";

/** A Python with onnx and onnxruntime. */
const python = process.env.ONNX_PYTHON;

/** Whether models can be calculated here; otherwise says what is missing. */
export const hasOnnxRuntime = python !== undefined;
if (!hasOnnxRuntime)
  console.warn("Skipped: no onnxruntime. Set ONNX_PYTHON to a Python that has it and onnx.");

const answerSchema = z.object({
  metadata: z.record(z.string(), z.string()),
  types: z.record(z.string(), z.string()),
  outputs: z.record(z.string(), z.array(z.union([z.number(), z.string(), z.null()]))),
});

/** Checks a model with ONNX's own checker, and calculates it for the rows of a table. Null is NaN. */
export function runOnnx(bytes: Uint8Array, x: Table): z.output<typeof answerSchema> {
  const directory = mkdtempSync(join(tmpdir(), "onnx-"));
  try {
    const model = join(directory, "model.onnx");
    writeFileSync(model, bytes);
    return runOnnxFile(model, x);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** {@link runOnnx} of a file. */
export function runOnnxFile(model: string, x: Table): z.output<typeof answerSchema> {
  const columns = x.columnNames().map((name) => [name, [...columnOf(x, name)]]);
  const answer = execFileSync(python ?? "python3", [join(import.meta.dirname, "run-onnx.py"), model], {
    input: JSON.stringify(Object.fromEntries(columns)),
    encoding: "utf8",
    timeout: 120_000,
    maxBuffer: 2 ** 28,
  });
  return answerSchema.parse(JSON.parse(answer));
}
