import { cpSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { modelTrainingPipeline } from "../../../../src/workflow.js";
import { compileManifests, toYaml } from "../../src/argo/index.js";
import { runWorkflow } from "../../src/local/run-workflow.js";
import { tempDir } from "../temp-dir.js";
import { bytesOf } from "./play/compare-runs.js";
import { playWorkflow } from "./play/play-workflow.js";

const root = fileURLToPath(new URL("../../../../", import.meta.url)).replace(/\/$/, "");
const bundler = new URL("../../bin/bundle-project.js", import.meta.url).href;

test(
  "the diabetes pipeline gives the same bytes by its manifest as on a laptop",
  { timeout: 120_000 },
  async () => {
    const { bundleProject }: { bundleProject(root: string): Promise<string> } = await import(bundler);
    const folder = tempDir();
    const bucket = join(folder, "bucket");
    const dataset = join(bucket, "elsewhere/diabetes.csv");
    mkdirSync(dirname(dataset), { recursive: true });
    cpSync(join(root, "data/diabetes.csv"), dataset);
    const set = { missing: "median", "dataset-key": "elsewhere/diabetes.csv" };

    const record = await runWorkflow(modelTrainingPipeline, {
      root,
      runs: join(folder, "runs"),
      parameters: { missing: "median" },
    });
    const played = await playWorkflow({
      yaml: toYaml(compileManifests(modelTrainingPipeline, { image: "localhost/diabetes:1", set })),
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
    const pods = played.nodes
      .filter(({ type }) => type === "Pod")
      .map(({ template, outputs }) => [
        template,
        Object.fromEntries(
          [...(outputs?.artifacts ?? [])].map(([artifact, { s3 }]) => [
            artifact,
            bytesOf(join(bucket, s3?.key ?? "")),
          ]),
        ),
      ]);
    expect(Object.fromEntries(pods)).toEqual(Object.fromEntries(local));
    expect(Object.keys(Object.fromEntries(pods))).toHaveLength(5);
  },
);
