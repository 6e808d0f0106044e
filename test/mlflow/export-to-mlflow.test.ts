import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import {
  CategoryImputer,
  columnOf,
  LogisticRegression,
  OneHotEncoder,
  onnxClassifier,
  SimpleImputer,
  type Table,
} from "@tiphys/ml";
import { column, readRunRecord, table as tableCodec } from "@tiphys/workflow";
import { table } from "arquero";
import { beforeAll, describe, expect, test } from "vitest";
import { mlflowModel } from "../../packages/workflow/src/cli/runs/export/mlflow/mlflow-model.js";
import { writeNotes } from "../../packages/workflow/src/history/run-notes.js";
import { bin, start, until } from "../../packages/workflow/test/cli/program.js";
import { writeRun } from "../../packages/workflow/test/history/stored-runs.js";
import { blocksOf } from "../docs/markdown.js";
import { readPage } from "../docs/pages.js";
import { pipeline, root, tempDir } from "../project.js";
import { hasMlflow, startMlflow } from "./mlflow-server.js";
import { readMlflow, type SeenByMlflow } from "./read-mlflow.js";

describe.skipIf(!hasMlflow)("on a real MLflow server", () => {
  const runs = tempDir();
  let seen: SeenByMlflow;
  let scores: ArrayLike<unknown>;
  let local: Float64Array;
  const names: Record<string, string> = {};
  const found = (name: string) => seen.runs.filter((each) => each.name === names[name]);

  beforeAll(async () => {
    const server = await startMlflow();
    const to = ["--to", "mlflow", "--tracking-uri", server.url, "--runs", runs];
    const exported = (run: string) => pipeline(["runs", "export", run, ...to]);

    names.usual = await runPipeline(runs);
    const xTest = await tableCodec.decode(join(runs, "latest/load-and-split-dataset/xTest.arrow"));
    scores = await column.decode(join(runs, "latest/make-predictions/yScore.arrow"));
    const rows = join(tempDir(), "rows.csv");
    writeFileSync(rows, csvOf(xTest));
    for (const [n, word] of ["sent", "updated"].entries()) {
      if (n === 1)
        expect((await pipeline(["runs", "note", "latest", "best so far", "--runs", runs])).code).toBe(0);
      const { code, stdout, stderr } = await exported("latest");
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      expect(stdout).toContain(`${names.usual} was ${word}, with 21 files: ${server.url}/#/experiments/`);
    }

    names.killed = await runPipeline(runs, "C=0.0001");
    const killed = start([process.execPath, bin, "runs", "export", "latest", ...to], { cwd: root });
    await until(() => filesBelow(server.artifacts) > 21, 25_000);
    killed.child.kill("SIGKILL");
    expect((await killed.ended).signal).toBe("SIGKILL");
    expect(filesBelow(server.artifacts)).toBeLessThan(42);
    expect((await exported("latest")).code).toBe(0);

    names.failed = await runPipeline(runs, "testSize=0.999");
    expect((await exported("latest")).code).toBe(0);

    names.odd = "odd-1";
    writeOddRun(runs, names.odd);
    expect(await exported(names.odd)).toMatchObject({ code: 0, stderr: "" });

    const model = tempDir();
    local = writeModelOfCategories(model);
    seen = readMlflow(server.url, rows, model, scriptOfPage(server.url));
  }, 600_000);

  test("the CSV file's columns give the run's probabilities and classes", () => {
    const [run] = found("usual");
    expect(seen.types).toEqual(["float64", "int64"]);
    expect(run?.prediction?.probability).toHaveLength(154);
    const differences = run?.prediction?.probability.map((value, row) =>
      Math.abs(value - Number(scores[row])),
    );
    expect(Math.max(...(differences ?? []))).toBeLessThan(1e-12);
    expect(run?.prediction?.class).toEqual(Array.from(scores, (score) => (Number(score) > 0.5 ? 1 : 0)));
  });

  test("the page's Python gives the patient's probability and class", () => {
    // scikit-learn 1.5.2 with solver="newton-cholesky" on the same split: 0.77091459.
    expect(seen.printed).toBe("   probability  class\n0     0.770915      1\n");
  });

  test("the model has a signature with the dataset's columns, is ONNX as well, and can be registered", () => {
    const [run] = found("usual");
    expect(run?.inputs?.map(({ name, type }) => `${name}: ${type}`)).toEqual(
      "Pregnancies Glucose BloodPressure SkinThickness Insulin BMI DiabetesPedigreeFunction Age"
        .split(" ")
        .map((name) => `${name}: any`),
    );
    expect(run?.onnx).toEqual(["probability", "class"]);
    expect(seen.version).toBe(1);
    expect(run?.tags["mlflow.log-model.history"]).toContain('"artifact_path":"model"');
  });

  test("exported twice, a run is there once, with its values and files, and the newest note", () => {
    const [run, ...others] = found("usual");
    expect(others).toEqual([]);
    expect(run).toMatchObject({
      experiment: "model-training-pipeline",
      status: "FINISHED",
      params: { C: "1", testSize: "0.2", stratify: "false", missing: "keep" },
      tags: { "tiphys.phase": "Succeeded", "mlflow.note.content": "best so far" },
    });
    expect(run?.metrics.auc).toBeCloseTo(0.8146923783287415, 12);
    expect(Object.keys(run?.metrics ?? {})).toEqual(expect.arrayContaining(["auc_low", "auc_high", "f1"]));
    expect(new Set(Object.values(run?.points ?? {}))).toEqual(new Set([1]));
    expect(run?.files).toEqual(expect.arrayContaining(["evaluate/page.html", "model/MLmodel", "run.json"]));
    expect(run?.files).toHaveLength(21);
  });

  test("killed in the middle and exported again, a run is there once and whole", () => {
    const [run, ...others] = found("killed");
    expect(others).toEqual([]);
    expect(run).toMatchObject({ status: "FINISHED", params: { C: "0.0001" } });
    expect(run?.files).toEqual(found("usual")[0]?.files);
    expect(run?.prediction?.probability).toHaveLength(154);
  });

  test("a failed run has failed there, without metrics and model", () => {
    expect(found("failed")).toMatchObject([{ status: "FAILED", metrics: {}, files: ["run.json"] }]);
  });

  test("names and values at MLflow's limits are accepted", () => {
    const [run] = found("odd");
    const { C, long, ...others } = run?.params ?? {};
    expect(C).toBe("1");
    expect(long).toBe(`${"é".repeat(5999)}…`);
    expect(Object.keys(others)).toHaveLength(150);
    expect(Object.keys(run?.metrics ?? {}).sort()).toEqual(
      ["_..", "a__b", "f1_x_", `größe/${"é".repeat(244)}`, "recall_1", "recall_1_2"].sort(),
    );
    expect(run?.tags["mlflow.note.content"]).toHaveLength(5000);
    expect(run?.tags["tiphys.tags"]).toBe("a b, ünï");
  });

  test("numbers and empty cells in a column of categories are read as in the CSV file", () => {
    expect(seen.local.index).toEqual([7, 8, 9, 9]);
    expect(seen.local.probability).toHaveLength(local.length);
    for (const [row, probability] of local.entries()) {
      expect(seen.local.probability[row]).toBeCloseTo(probability, 12);
    }
    expect(seen.local.class).toEqual([...local].map((probability) => (probability > 0.5 ? "yes" : "no")));
  });
});

/** Runs the pipeline. @returns the run's name */
async function runPipeline(runs: string, setting = "C=1"): Promise<string> {
  await pipeline(["run", "--runs", runs, "--set", setting]);
  return readRunRecord(join(runs, "latest")).run;
}

function csvOf(x: Table): string {
  const names = x.columnNames();
  const columns = names.map((name) => [...columnOf(x, name)]);
  const rows = Array.from({ length: x.numRows() }, (_, row) => columns.map((cells) => String(cells[row])));
  return [names, ...rows].map((cells) => `${cells.join(",")}\n`).join("");
}

/** The page's Python about MLflow, for a server elsewhere. @returns its path */
function scriptOfPage(server: string): string {
  const blocks = blocksOf(readPage("docs/how-to/export-the-model.md"));
  const code = blocks.find(({ language, text }) => language === "python" && text.includes("mlflow"));
  const path = join(tempDir(), "script.py");
  writeFileSync(path, code?.text.replace("http://localhost:5000", server) ?? "");
  return path;
}

/** How many files are in a folder. */
function filesBelow(folder: string): number {
  return existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length
    : 0;
}

/** A run whose names and values MLflow does not accept as they are. */
function writeOddRun(runs: string, name: string): void {
  const many = Object.fromEntries(Array.from({ length: 150 }, (_, i) => [`p${i}`, "é".repeat(6000)]));
  const directory = writeRun(runs, name, {
    inputs: { parameters: { C: "1", long: "é".repeat(7000), ...many }, artifacts: {} },
    outputs: { parameters: {}, artifacts: { metrics: { path: "metrics.json", sha256: "", bytes: 100 } } },
  });
  const metrics = ["f1[x]", "a//b", "..", "recall:1", "recall_1", `größe/${"é".repeat(300)}`];
  const content = Object.fromEntries(metrics.map((metric, value) => [metric, { value }]));
  writeFileSync(join(directory, "metrics.json"), JSON.stringify(content));
  writeNotes(directory, { note: "\u0001\u2028\n🐟 ü".repeat(1000), tags: ["a b", "ünï"] });
}

/** Writes the files of a model with categories. @returns its probabilities for the rows of read-mlflow.py */
function writeModelOfCategories(directory: string): Float64Array {
  const x = table({
    size: [1, 2, 3, 4, 5, 6, 7, 8],
    color: ["red", "blue", "", "red", "blue", "red", "", "blue"],
    code: ["1", "2", "1", "", "2", "1", "2", ""],
  });
  const columns = ["color", "code"];
  const numbers = new SimpleImputer({ columns: ["size"] }).fit(x);
  const texts = new CategoryImputer({ columns }).fit(x);
  const encoder = new OneHotEncoder({ columns }).fit(texts.transform(x));
  const preprocess = (rows: Table) => encoder.transform(texts.transform(numbers.transform(rows)));
  const classifier = new LogisticRegression().fit(preprocess(x), [
    "no",
    "no",
    "yes",
    "no",
    "yes",
    "yes",
    "no",
    "yes",
  ]);
  const steps = [numbers, texts, encoder].map((step) => step.toJSON());
  const model = onnxClassifier({ steps, classifier: classifier.toJSON() });
  for (const [path, bytes] of Object.entries(mlflowModel(model, "0", "2026-01-02T03:04:05.000Z").files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), bytes);
  }
  const rows = table({ size: [1, 2, 3, 4], color: ["red", "", "blue", "red"], code: ["1", "2", "", "2"] });
  return Float64Array.from(classifier.predictProba(preprocess(rows))[1] ?? []);
}
