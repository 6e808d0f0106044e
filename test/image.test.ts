import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { compileManifests, toYaml } from "@tiphys/workflow/argo";
import { describe, expect, test } from "vitest";
import { findContainerTool } from "../packages/workflow/src/cli/image/container-tool.js";
import { bytesOf } from "../packages/workflow/test/argo/play/compare-runs.js";
import { playWorkflow } from "../packages/workflow/test/argo/play/play-workflow.js";
import { datasetArtifact } from "../src/dataset.js";
import { modelTrainingPipeline } from "../src/workflow.js";
import { root, runDeadline, tempDir } from "./project.js";

/** The image of `npm run image`. */
const image = process.env.SMOKE_IMAGE ?? "";
/** The same line of Node as in the image, to compare bytes. */
const node = process.env.E2E_NODE ?? process.execPath;

if (image === "") console.log("No image: set SMOKE_IMAGE to one that npm run image has built.");

describe.skipIf(image === "")("the image", () => {
  test(
    "each step runs in it as a pod would be started, and leaves what a run on this machine leaves",
    async () => {
      const folder = tempDir();
      const bucket = join(folder, "bucket");
      const { origin } = datasetArtifact;
      const stored = join(bucket, origin?.key ?? "");
      mkdirSync(dirname(stored), { recursive: true });
      cpSync(join(root, origin?.path ?? ""), stored);
      const program = join(root, "packages", "workflow", "bin", "tiphys.js");
      const local = JSON.parse(
        execFileSync(node, [program, "run", "--json", "--runs", join(folder, "runs")], {
          cwd: root,
          encoding: "utf8",
        }),
      );
      const pod = [join(root, "packages", "workflow", "assets", "pod.sh"), findContainerTool(), image];

      const played = await playWorkflow({
        yaml: toYaml(compileManifests(modelTrainingPipeline, { image })),
        program: ["bash", ...pod, "node", "/app/main.js"],
        bucket,
        scratch: join(folder, "pods"),
        deadline: 120_000,
      });

      expect(played.nodes.filter(({ phase }) => phase !== "Succeeded")).toEqual([]);
      expect(played.parameters).toEqual(local.outputs.parameters);
      const compared: string[] = [];
      for (const task of local.tasks) {
        const { outputs } =
          played.nodes.find(({ type, template }) => type === "Pod" && template === task.name) ?? {};
        for (const [name, { path }] of Object.entries<{ path: string }>(task.outputs.artifacts)) {
          const inBucket = join(bucket, outputs?.artifacts.get(name)?.s3?.key ?? "");
          expect(bytesOf(inBucket), `${task.name}/${name}`).toEqual(bytesOf(join(local.directory, path)));
          compared.push(`${task.name}/${name}`);
        }
      }
      expect(compared.length).toBeGreaterThan(0);
    },
    runDeadline,
  );
});
