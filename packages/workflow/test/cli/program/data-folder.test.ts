import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { openStore } from "../../../src/storage/open-store.js";
import { filesOf } from "../../storage/folder-transfer/folder-transfer-contract.js";
import { bucket, type Server, secretKey, serverBinary, startServer } from "../../storage/s3/s3-server.js";
import { keys } from "../../storage/store-contract.js";
import { sameProjects, tempDir, writeFiles } from "../fixture-project.js";
import { pipeline, recordIn, startPipeline } from "../program.js";

const files = { "cats/1.png": "cat", "cats/2.png": "kitten", "labels.csv": "1,2\n" };

/** A project whose workflow reads a folder and lists its content. */
const listing = await sameProjects(
  {
    "src/main.ts": `
import { artifact, defineStep, defineWorkflow, folder, inputArtifact, json, parameter } from "@tiphys/workflow";
import { main } from "@tiphys/workflow/cli";
import { readdirSync } from "node:fs";
import * as z from "zod";

const list = defineStep({
  name: "list",
  inputs: { images: artifact(folder) },
  outputs: { names: parameter(z.array(z.string())) },
  run: ({ images }) => ({ names: readdirSync(images.folder, { recursive: true }).map(String).sort() }),
});
await main({ workflows: [defineWorkflow({
  name: "listing",
  artifacts: { images: inputArtifact(folder, { path: "data/images", key: "sets/images" }) },
  build: (dag, { images }) => dag.task(list, { images }),
})] });
`,
  },
  (root) => pipeline(root, ["describe"]),
);

/** Such a project, with a folder. */
function folderProject(): string {
  const root = listing();
  writeFiles(join(root, "data/images"), files);
  return root;
}

describe("with a folder as a store", () => {
  test.concurrent("pushes and pulls a folder, and skips identical files the next time", async () => {
    const root = folderProject();
    const first = await pipeline(root, ["data", "push", "--store", "shared"]);
    const second = await pipeline(root, ["data", "push", "--store", "shared"]);
    rmSync(join(root, "data"), { recursive: true });
    const pulled = await pipeline(root, ["data", "pull", "--store", "shared"]);
    rmSync(join(root, "data/images/labels.csv"));
    const mended = await pipeline(root, ["data", "pull", "images", "--store", "shared"]);

    const place = join(root, "shared/sets/images");
    expect(first.stdout).toBe(`data/images → ${place} (3 files, 13 B)\n`);
    expect(second.stdout).toBe(`${place} has the 3 files of data/images.\n`);
    expect(pulled.stdout).toBe(`${place} → data/images (3 files, 13 B)\n`);
    expect(mended.stdout).toBe(`${place} → data/images (1 file, 4 B, 2 files the same)\n`);
    expect(filesOf(join(root, "data/images"))).toEqual(files);
    expect(filesOf(join(root, "shared"))).toEqual({
      "sets/images/cats/1.png": "cat",
      "sets/images/cats/2.png": "kitten",
      "sets/images/labels.csv": "1,2\n",
    });
    expect(readdirSync(join(root, "data"))).toEqual(["images"]);
    expect([first, second, pulled, mended].map(({ code, stderr }) => [code, stderr])).toEqual(
      Array.from({ length: 4 }, () => [0, ""]),
    );
  });

  test.concurrent(
    "replaces files only with --overwrite, and lists files that only the destination has",
    async () => {
      const root = folderProject();
      await pipeline(root, ["data", "push", "--store", "shared"]);
      writeFiles(join(root, "data/images"), { "cats/1.png": "dog", "mine.png": "x" });
      rmSync(join(root, "data/images/labels.csv"));

      const refused = await pipeline(root, ["data", "push", "--store", "shared"]);
      const before = filesOf(join(root, "shared/sets/images"));
      const forced = await pipeline(root, ["data", "push", "--store", "shared", "--overwrite"]);

      const place = join(root, "shared/sets/images");
      expect(refused.stderr).toBe(
        `${place} has files that may differ from those of data/images: cats/1.png. Replace them with --overwrite.\n`,
      );
      expect(before).toEqual(files);
      expect(forced.stdout).toBe(
        `data/images → ${place} (2 files, 4 B, 1 file the same)\n${place} has 1 file more, left as it is: labels.csv\n`,
      );
      expect([refused.code, forced.code]).toEqual([1, 0]);
    },
  );
});

describe.skipIf(serverBinary === "")("with a server of S3", () => {
  let server: Server;
  beforeAll(async () => {
    server = await startServer();
    Object.assign(process.env, server.environment);
  });

  test("reads a folder for a run, once for each of its versions", async () => {
    const root = folderProject();
    const env = server.environment;
    await pipeline(root, ["data", "push", "--store", `s3://${bucket}/team`], { env });
    rmSync(join(root, "data"), { recursive: true });
    const runs = tempDir();
    const address = `s3://${bucket}/team/sets/images/`;
    const args = ["run", "--set", `images=${address}`, "--runs", runs];

    const first = await pipeline(root, args, { env });
    const second = await pipeline(root, args, { env });
    const kept = readdirSync(join(runs, ".inputs"));
    const store = await openStore(server.address("team/sets/images"));
    await store.put("cats/3.png", Buffer.from("third"));
    const third = await pipeline(root, args, { env });

    const [place = ""] = kept;
    expect([first, second, third].map(({ code, stderr }) => [code, stderr])).toEqual([
      [0, ""],
      [0, ""],
      [0, ""],
    ]);
    expect(first.stdout).toContain('["cats","cats/1.png","cats/2.png","labels.csv"]');
    expect(third.stdout).toContain('["cats","cats/1.png","cats/2.png","cats/3.png","labels.csv"]');
    expect(kept).toHaveLength(1);
    expect(readdirSync(join(runs, ".inputs", place))).toEqual(["images", "images.sha256"]);
    expect(readdirSync(join(runs, ".inputs"))).toHaveLength(2);
    expect(recordIn(join(runs, "latest")).inputs.artifacts.images).toMatchObject({
      bytes: 18,
      source: server.address("team/sets/images"),
    });
    expect(first.stdout + first.stderr).not.toContain(secretKey);
  }, 60_000);

  test("lists similar keys if the folder does not exist, and creates no run", async () => {
    const root = folderProject();
    const store = await openStore(server.address("near"));
    await store.put("imagery/1.png", Buffer.from("x"));
    const runs = tempDir();

    const { code, stderr } = await pipeline(
      root,
      ["run", "--set", `images=s3://${bucket}/near/images`, "--runs", runs],
      { env: server.environment },
    );

    expect(stderr).toMatch(/^s3:\S+ has no key "near\/images\/"\. Did you mean "near\/imagery\/"\?\n$/);
    expect(filesOf(runs)).toEqual({});
    expect(code).toBe(1);
  });

  test("a push that was stopped midway continues from there", async () => {
    const root = folderProject();
    const env = server.environment;
    const folder = join(root, "data/images");
    for (let i = 0; i < 12; i++) writeFileSync(join(folder, `large-${i}.bin`), Buffer.alloc(30_000_000, i));
    const args = ["data", "push", "--store", `s3://${bucket}/midway`];
    const { child, ended } = startPipeline(root, args, { env });
    while (!existsSync(join(server.folder, bucket, "midway/sets/images/large-0.bin"))) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }

    child.kill("SIGINT");

    const stopped = await ended;
    const store = await openStore(server.address("midway"));
    const before = (await keys(store.list())).length;
    const again = await pipeline(root, args, { env });
    expect(stopped).toMatchObject({
      code: 130,
      stderr:
        "Stopped. Nothing half-written is left.\nFiles that were sent are complete. Run the same command to continue.\n",
    });
    expect(before).toBeGreaterThanOrEqual(4);
    expect(before).toBeLessThan(15);
    expect(again.stdout).toContain(`(${15 - before} files, `);
    expect(await keys(store.list())).toHaveLength(15);
  }, 60_000);

  test("a pull that was killed leaves no folder, and the next one sweeps what it left", async () => {
    const root = folderProject();
    const env = server.environment;
    const folder = join(root, "data/images");
    for (let i = 0; i < 8; i++) writeFileSync(join(folder, `large-${i}.bin`), Buffer.alloc(30_000_000, i));
    const store = ["--store", `s3://${bucket}/killed`];
    await pipeline(root, ["data", "push", ...store], { env });
    rmSync(join(root, "data"), { recursive: true });
    mkdirSync(join(root, "data"));
    const { child, ended } = startPipeline(root, ["data", "pull", ...store], { env });
    while (readdirSync(join(root, "data")).length === 0) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }

    child.kill("SIGKILL");

    await ended;
    const left = readdirSync(join(root, "data"));
    const again = await pipeline(root, ["data", "pull", ...store], { env });
    expect(left).toEqual([expect.stringMatching(/^\.images\.\S+\.part$/)]);
    expect(again.code).toBe(0);
    expect(readdirSync(join(root, "data"))).toEqual(["images"]);
  }, 60_000);
});
