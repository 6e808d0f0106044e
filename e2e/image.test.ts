import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { compileManifests, toYaml } from "@tiphys/workflow/argo";
import { afterAll, describe, expect, test } from "vitest";
import { buildImage } from "../packages/workflow/bin/build-image.js";
import { findContainerTool } from "../packages/workflow/src/cli/image/container-tool.js";
import { bytesOf } from "../packages/workflow/test/argo/play/compare-runs.js";
import { playWorkflow } from "../packages/workflow/test/argo/play/play-workflow.js";
import { startPipeline } from "../packages/workflow/test/cli/program.js";
import { datasetArtifact } from "../src/dataset.js";
import { modelTrainingPipeline } from "../src/workflow.js";
import { compressedBytes } from "./compressed-bytes.js";

/** The image of `npm run image`. */
const image = process.env.SMOKE_IMAGE ?? "";
/** What the image was built from. */
const base = process.env.NODE_IMAGE ?? "node:24-slim";
/** The same line of Node as in the image, to compare bytes. */
const node = process.env.E2E_NODE ?? process.execPath;
const root = join(import.meta.dirname, "..");
const program = join(root, "packages", "workflow", "bin", "tiphys.js");

if (image === "")
  console.log("No image: set SMOKE_IMAGE to one that npm run image has built, and NODE_IMAGE to its base.");

describe.skipIf(image === "")("the image", () => {
  const scratch = mkdtempSync(join(tmpdir(), "image-"));
  const tool = image === "" ? "docker" : findContainerTool();
  const pod = ["bash", join(root, "packages", "workflow", "assets", "pod.sh"), tool, image];

  afterAll(() => rmSync(scratch, { recursive: true, force: true }));

  /** Runs JavaScript in the image, and parses the JSON that it prints. */
  function inside(script: string): unknown {
    const folder = mkdtempSync(join(scratch, "pod-"));
    const [command = "", ...args] = [
      ...pod,
      "node",
      "-e",
      `console.log(JSON.stringify((() => {${script}})()))`,
    ];
    return JSON.parse(execFileSync(command, args, { cwd: folder, encoding: "utf8", timeout: 60_000 }));
  }

  test("its pods play the manifest, and leave what a run on this machine leaves", async () => {
    const folder = mkdtempSync(join(scratch, "play-"));
    const bucket = join(folder, "bucket");
    const { origin } = datasetArtifact;
    const stored = join(bucket, origin?.key ?? "");
    mkdirSync(dirname(stored), { recursive: true });
    cpSync(join(root, origin?.path ?? ""), stored);
    const local = JSON.parse(
      execFileSync(node, [program, "run", "--json", "--runs", join(folder, "runs")], {
        cwd: root,
        encoding: "utf8",
        timeout: 60_000,
      }),
    );

    const played = await playWorkflow({
      yaml: toYaml(compileManifests(modelTrainingPipeline, { image })),
      program: [...pod, "node", "/app/main.js"],
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
    expect(compared).toHaveLength(15);
  });

  test("Ctrl-C ends a run in it, and leaves neither a container nor a temporary folder", async () => {
    const temp = mkdtempSync(join(scratch, "temp-"));
    const runs = join(temp, "runs");
    const { ended, shows, child } = startPipeline(root, ["run", "--runs", runs, "--image", image], {
      env: { TMPDIR: temp },
      deadline: 120_000,
    });
    await shows("● feature-scaling");

    child.kill("SIGINT");

    expect(await ended).toMatchObject({ code: 130 });
    expect(readdirSync(temp)).toEqual(["runs"]);
    expect(existsSync(join(runs, "latest", "evaluate"))).toBe(false);
    const list = tool === "buildah" ? ["containers"] : ["ps", "--all"];
    expect(execFileSync(tool, list, { encoding: "utf8", timeout: 60_000 })).not.toContain(
      `tiphys-${child.pid}-`,
    );
  });

  test("its program is byte-equal to a build of the same sources on this machine", async () => {
    const files = await buildImage(root, {
      entry: "src/main.ts",
      scratch: join(root, `.image-${process.pid}`),
      minify: true,
    });
    const here = files.map(({ path, contents }) => [
      path,
      createHash("sha256").update(contents).digest("hex"),
    ]);

    const there = inside(`
      const { readdirSync, readFileSync, statSync } = require("node:fs");
      const files = readdirSync("/app", { recursive: true }).filter((path) =>
        !/^(node_modules|compile-cache)/.test(path) && statSync("/app/" + path).isFile());
      const digest = (path) => require("node:crypto").createHash("sha256").update(readFileSync("/app/" + path)).digest("hex");
      return Object.fromEntries(files.map((path) => [path, digest(path)]));
    `);

    expect(there).toEqual(Object.fromEntries(here));
  }, 120_000);

  test("it contains no npm, no sources, and of the packages only the canvas and the font", () => {
    expect(
      inside(`
        const { existsSync, readdirSync } = require("node:fs");
        const paths = ["/usr/local/bin/npm", "/usr/local/lib/node_modules", "/app/src", "/app/packages"];
        return [...paths.filter(existsSync), ...readdirSync("/app/node_modules"), ...readdirSync("/app/node_modules/@napi-rs")];
      `),
    ).toEqual([
      "@napi-rs",
      "canvas",
      "dejavu-fonts-ttf",
      "canvas",
      expect.stringMatching(/^canvas-linux-(x64|arm64)-gnu$/),
    ]);
  });

  test("its pod runs as another user than root, and can write in its volume only", () => {
    expect(
      inside(`
        const { writeFileSync } = require("node:fs");
        const write = (path) => { try { writeFileSync(path, ""); return "written"; } catch ({ code }) { return code; } };
        return [process.getuid(), ...["/file", "/app/file", "/app/compile-cache/file", "/tmp/file"].map(write)];
      `),
    ).toEqual([process.getuid?.() || 1000, "EROFS", "EROFS", "EROFS", "written"]);
  });

  test.skipIf(tool !== "buildah")(
    "it is at most 120 MB larger than Node's, compressed",
    () => {
      const [whole, below] = [compressedBytes(image, scratch), compressedBytes(base, scratch)];
      console.log(
        `compressed: ${(whole / 1e6).toFixed(1)} MB, ${((whole - below) / 1e6).toFixed(1)} MB above ${base}`,
      );
      expect(whole - below).toBeLessThan(120e6);
    },
    300_000,
  );
});
