import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { hasOnnxRuntime } from "../../packages/ml/test/onnx/onnx-runtime.js";
import { blocksOf, commandsOf } from "./markdown.js";
import { readPage } from "./pages.js";
import { copyProject } from "./project-copy.js";
import { runWithoutNpm } from "./run-command.js";

const page = readPage("docs/how-to/export-the-model.md");
let project: string;

beforeAll(async () => {
  project = copyProject();
  // Those that need a server are run by test/mlflow.
  const commands = commandsOf(page).filter(({ line }) => !line.includes("--to mlflow"));
  for (const line of ["npm start", ...commands.map((command) => command.line)]) {
    expect(await runWithoutNpm(line, project), line).toMatchObject({ exitCode: 0 });
  }
}, 180_000);
afterAll(() => rmSync(project, { recursive: true, force: true }));

test("its commands write the file that it shows", () => {
  expect(existsSync(join(project, "runs/latest/model-training/model.onnx"))).toBe(true);
});

test.skipIf(!hasOnnxRuntime)(
  "its Python gives the patient's probability and class",
  async () => {
    const [code] = blocksOf(page).filter(({ language }) => language === "python");
    writeFileSync(join(project, "apply.py"), code?.text ?? "");

    const { stdout, stderr } = await runWithoutNpm(`"${process.env.ONNX_PYTHON}" apply.py`, project);

    // scikit-learn 1.5.2 with solver="newton-cholesky" on the same split: 0.77091459.
    expect({ stdout, stderr }).toEqual({ stdout: "0.770915 1\n", stderr: "" });
  },
  60_000,
);
