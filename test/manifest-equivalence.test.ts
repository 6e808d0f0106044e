import { cpSync, mkdirSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { compileManifests, toYaml } from "../packages/workflow/src/argo/index.js";
import { runWorkflow } from "../packages/workflow/src/local/run-workflow.js";
import { bytesOf } from "../packages/workflow/test/argo/play/compare-runs.js";
import type { PlayedNode } from "../packages/workflow/test/argo/play/node.js";
import { playWorkflow } from "../packages/workflow/test/argo/play/play-workflow.js";
import { datasetArtifact } from "../src/dataset.js";
import { predict } from "../src/predict-workflow.js";
import { modelTrainingPipeline } from "../src/workflow.js";
import { root, runDeadline, tempDir } from "./project.js";

const bundler = new URL("../packages/workflow/bin/bundle-project.js", import.meta.url).href;

test.each([
  ["by its manifest", false, ({ template }: PlayedNode, name: string) => [template, name]],
  ["in one pod", true, (_: PlayedNode, name: string) => name.split("_")],
] as const)(
  "the pipeline gives the same bytes %s as on a laptop",
  { timeout: runDeadline },
  async (_, fuse, placeOf) => {
    const { bundleProject }: { bundleProject(root: string): Promise<string> } = await import(bundler);
    const folder = tempDir();
    const bucket = join(folder, "bucket");
    const dataset = join(bucket, "elsewhere/dataset.csv");
    mkdirSync(dirname(dataset), { recursive: true });
    cpSync(join(root, datasetArtifact.origin?.path ?? ""), dataset);
    const set = { missing: "median", "dataset-key": "elsewhere/dataset.csv" };

    const record = await runWorkflow(modelTrainingPipeline, {
      root,
      runs: join(folder, "runs"),
      parameters: { missing: "median" },
    });
    const played = await playWorkflow({
      yaml: toYaml(compileManifests(modelTrainingPipeline, { image: "localhost/pipeline:1", set, fuse })),
      program: [process.execPath, await bundleProject(root)],
      bucket,
      scratch: join(folder, "scratch"),
    });

    expect(played.phase).toBe("Succeeded");
    expect(played.parameters).toEqual(record.outputs?.parameters);
    const local = record.tasks.map(({ name, outputs }) => [
      name,
      Object.fromEntries(
        Object.entries(outputs?.artifacts ?? {}).map(([artifact, stored]) => [
          artifact,
          Array.isArray(stored) ? stored.map(({ path }) => bytesOf(path)) : bytesOf(stored.path),
        ]),
      ),
    ]);
    const pods = played.nodes.filter(({ type }) => type === "Pod");
    const stored: Record<string, Record<string, unknown>> = {};
    for (const pod of pods) {
      for (const [artifact, { s3 }] of pod.outputs?.artifacts ?? []) {
        const [task = "", name = ""] = placeOf(pod, artifact);
        stored[task] = { ...stored[task], [name]: bytesOf(join(bucket, s3?.key ?? "")) };
      }
    }
    expect(stored).toEqual(Object.fromEntries(local));
    expect(pods).toHaveLength(fuse ? 1 : local.length);
    expect(local).not.toHaveLength(0);
  },
);

test("predict gives the same bytes by its manifest as on a laptop", { timeout: runDeadline }, async () => {
  const { bundleProject }: { bundleProject(root: string): Promise<string> } = await import(bundler);
  const folder = tempDir();
  const [bucket, runs] = [join(folder, "bucket"), join(folder, "runs")];
  const rows = join(root, datasetArtifact.origin?.path ?? "");
  await runWorkflow(modelTrainingPipeline, { root, runs });
  const model = join(realpathSync(join(runs, "latest")), "model-training/model.json");
  for (const [name, file] of [
    ["model.json", model],
    ["rows.csv", rows],
  ] as const) {
    mkdirSync(bucket, { recursive: true });
    cpSync(file, join(bucket, name));
  }

  const record = await runWorkflow(predict, { root, runs, set: { rows } });
  const set = { "model-key": "model.json", "rows-key": "rows.csv" };
  const played = await playWorkflow({
    yaml: toYaml(compileManifests(predict, { image: "localhost/pipeline:1", set })),
    program: [process.execPath, await bundleProject(root)],
    bucket,
    scratch: join(folder, "scratch"),
  });

  expect(record.inputs.artifacts.model).toMatchObject({ path: model });
  const pod = played.nodes.find(({ type }) => type === "Pod");
  const key = pod?.outputs?.artifacts.get("predictions")?.s3?.key ?? "";
  expect(bytesOf(join(bucket, key))).toEqual(
    bytesOf(join(record.directory, "score-new-rows/predictions.csv")),
  );
});
