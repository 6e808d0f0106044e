import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { beforeAll, expect, onTestFinished, test } from "vitest";
import { tempDir } from "../packages/workflow/test/cli/fixture-project.js";
import { type Ended, latestRun, pipeline, recordIn, start } from "../packages/workflow/test/cli/program.js";
import { copyProject } from "./docs/project-copy.js";
import { digestsOf, root } from "./project.js";

const warm = tempDir();
let first: Ended;

beforeAll(async () => {
  first = await pipeline(root, ["run", "--runs", warm]);
});

test("a run writes fifteen artifacts in five steps", () => {
  expect(first.code).toBe(0);
  expect(Object.keys(digestsOf(warm))).toEqual([
    "load-and-split-dataset/xTrain",
    "load-and-split-dataset/xTest",
    "load-and-split-dataset/yTrain",
    "load-and-split-dataset/yTest",
    "load-and-split-dataset/settings",
    "feature-scaling/xTrain",
    "feature-scaling/xTest",
    "feature-scaling/preprocessing",
    "model-training/model",
    "make-predictions/yPred",
    "make-predictions/yScore",
    "evaluate/report",
    "evaluate/page",
    "evaluate/metrics",
    "evaluate/rocCurve",
  ]);
});

test.concurrent.each([
  ["again", []],
  ["in processes of their own", ["--isolated"]],
  ["one at a time", ["--parallelism", "1"]],
])("the same steps run %s write the same bytes", async (_how, options) => {
  const runs = tempDir();

  await pipeline(root, ["run", "--runs", runs, ...options]);

  expect(digestsOf(runs)).toEqual(digestsOf(warm));
});

test("a copy in a directory with spaces and umlauts writes the same bytes", async () => {
  const copy = copyProject("mein schönes Projekt ");
  onTestFinished(() => rmSync(copy, { recursive: true, force: true }));

  const { code } = await pipeline(copy, ["run"], { cwd: join(copy, "src/steps") });

  expect(code).toBe(0);
  expect(digestsOf(join(copy, "runs"))).toEqual(digestsOf(warm));
  expect(latestRun(copy).inputs.artifacts.dataset).toMatchObject({ path: join(copy, "data/diabetes.csv") });
});

test("no artifact holds a time, a path, a host or a version", () => {
  const directory = join(warm, "latest");
  // A log of a task is no artifact.
  const files = readdirSync(directory, { recursive: true, encoding: "utf8" }).filter(
    (path) => /\.(json|txt|html)$/.test(path) && !path.endsWith("log.txt"),
  );
  const { startedAt, run } = recordIn(directory);
  const telling = [startedAt.slice(0, 10), run, root, warm, process.version, process.env.HOSTNAME ?? root];

  const found = files
    .filter((path) => path !== "run.json")
    .flatMap((path) => {
      const text = readFileSync(join(directory, path), "utf8");
      return telling.filter((word) => text.includes(word)).map((word) => `${path}: ${word}`);
    });

  expect(files).toHaveLength(7);
  expect(found).toEqual([]);
});

test.concurrent("a step runs again on what a run left, and gives the same bytes", async () => {
  const outputs = tempDir();

  const { code, stdout } = await pipeline(root, [
    "step",
    "evaluate",
    "--runs",
    warm,
    "--from-run",
    "latest",
    "--outputs",
    outputs,
  ]);

  expect(code).toBe(0);
  const [first, second] = stdout.trimEnd().split("\n");
  expect(first).toBe("accuracy 0.7532, AUC 0.8147");
  // From here the folder may be a neighbour, whose path is shown as such.
  expect(resolve(root, second?.replace("evaluate: outputs in ", "") ?? "")).toBe(outputs);
  expect(readFileSync(join(outputs, "page.html"))).toEqual(
    readFileSync(join(warm, "latest/evaluate/page.html")),
  );
  expect(readFileSync(join(outputs, "parameters/accuracy"), "utf8")).toBe("0.7532467532467533");
});

const npm = process.platform === "win32" ? "npm.cmd" : "npm";

test.concurrent("npm start runs from elsewhere, with paths as they are meant there", async () => {
  const elsewhere = tempDir();

  const { code, stdout } = await start(
    [
      npm,
      "--silent",
      "--prefix",
      root,
      "start",
      "--",
      "--runs",
      "mine",
      "--set",
      `dataset=${relative(elsewhere, join(root, "data/diabetes.csv"))}`,
    ],
    { cwd: elsewhere },
  ).ended;

  expect(stdout).toContain("accuracy  0.7532\n");
  expect(stdout).toContain("model     mine/latest/model-training/model.json\n");
  expect(existsSync(join(elsewhere, "mine/latest/evaluate/rocCurve.png"))).toBe(true);
  expect(code).toBe(0);
});

const binaries = (process.env.NODE_BINARIES ?? "").split(":").filter((path) => path !== "");
if (binaries.length === 0)
  console.warn("Skipped: other versions of Node. Name their binaries in NODE_BINARIES, with colons between.");

test.skipIf(binaries.length === 0).each(binaries.length === 0 ? ["another Node"] : binaries)(
  "%s gives the same answers",
  async (node) => {
    const runs = tempDir();

    const { code, stdout, stderr } = await pipeline(root, ["run", "--runs", runs], { node });

    expect(stderr).toBe("");
    expect(code).toBe(0);
    expect(stdout).toContain("accuracy  0.7532\nauc       0.8147\n");
    const { "evaluate/rocCurve": _ofThis, ...mine } = digestsOf(warm);
    const { "evaluate/rocCurve": _ofThat, ...theirs } = digestsOf(runs);
    expect(theirs).toEqual(mine);
  },
);
