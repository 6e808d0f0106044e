import { join } from "node:path";
import { expect, test } from "vitest";
import { buildSteps } from "../packages/workflow/bin/build-steps.js";
import { root } from "./project.js";

const featureScaling = {
  name: "feature-scaling",
  path: "src/steps/feature-scaling.ts",
  exported: "featureScaling",
};

test("the program of feature-scaling loads few modules of Node, as each costs a pod up to milliseconds", async () => {
  const [built] = await buildSteps(root, {
    modules: [featureScaling],
    outdir: join(root, "dist", "steps"),
    minify: false,
  });

  const text = (built?.outputFiles ?? []).map(({ contents }) => Buffer.from(contents).toString()).join("\n");
  const loaded = [...text.matchAll(/require\("(node:[\w/]+)"\)/g)].flatMap(([, name = ""]) => name);
  expect([...new Set(loaded)].sort()).toEqual(["node:fs", "node:os", "node:path", "node:util"]);
});

test("the program of feature-scaling holds what scaling and the models need, and nothing of other steps and commands", async () => {
  const outdir = join(root, "dist", "steps");

  const [built] = await buildSteps(root, { modules: [featureScaling], outdir, minify: true });

  const sources = built?.sources ?? [];
  const packages = sources.flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []);
  const engine = sources.flatMap((path) => /^packages\/workflow\/src\/(.*)\/[^/]+$/.exec(path)?.[1] ?? []);
  expect(sources).toContain("packages/ml/src/preprocessing/standard-scaler.ts");
  // Those called ml-… and pure-rand are the models', in files that are loaded on demand but for the last one.
  expect([...new Set(packages)]).toEqual([
    "@uwdata/flechette",
    "acorn",
    "arquero",
    "ml-logistic-regression",
    "ml-matrix",
    "pure-rand",
    "zod",
  ]);
  expect([...new Set(engine)]).toEqual([
    "cli/process",
    "cli/step",
    "codecs",
    "definition",
    "execution",
    "files",
  ]);
  expect(
    sources.filter((path) => /^packages\/workflow\/src\/(cli|cli\/process|dataset)\/[^/]+$/.test(path)),
  ).toEqual([
    "packages/workflow/src/cli/process/exit-code.ts",
    "packages/workflow/src/cli/process/report-error.ts",
  ]);
  expect(sources.filter((path) => /plots|report\/|metrics|src\/steps\/(?!feature)/.test(path))).toEqual([]);
  expect(built?.outputFiles.map(({ path }) => path)).toContain(join(outdir, "feature-scaling", "main.js"));
});
