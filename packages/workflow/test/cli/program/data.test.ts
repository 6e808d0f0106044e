import { createHash, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import {
  accessKey,
  bucket,
  type Server,
  secretKey,
  serverBinary,
  startServer,
} from "../../storage/s3/s3-server.js";
import { project, sameProjects, tempDir, writeFiles } from "../fixture-project.js";
import { linesOf, pipeline, startPipeline } from "../program.js";
import { noTerminal, screenOf, showsCursor, startOnTerminal } from "../terminal.js";

/** The files of a project whose workflow reads two files. @param s3 of the first one's definition */
function dataFiles(s3 = ""): Readonly<Record<string, string>> {
  return {
    "src/main.ts": `
import { defineStep, defineWorkflow, file, artifact, inputArtifact } from "@tiphys/workflow";
import { main } from "@tiphys/workflow/cli";
const read = defineStep({ name: "read", inputs: { rows: artifact(file("csv")) }, outputs: {}, run: () => ({}) });
await main({ workflows: [defineWorkflow({
  name: "reading",
  artifacts: {
    rows: inputArtifact(file("csv"), { path: "data/rows.csv", key: "datasets/rows.csv", ${s3} }),
    labels: inputArtifact(file("csv"), { path: "data/labels.csv", key: "datasets/labels.csv" }),
  },
  build(dag, { rows }) { dag.task(read, { rows }); },
}), defineWorkflow({ name: "bare", build(dag) { dag.task(defineStep({ name: "nothing", inputs: {}, outputs: {}, run: () => ({}) }), {}); } })] });
`,
    "data/rows.csv": "a,b\n1,2\n",
    "data/labels.csv": "c\n3\n",
  };
}

const dataProject = await sameProjects(dataFiles(), (root) => pipeline(root, ["describe"]));

const digest = createHash("sha256").update("a,b\n1,2\n").digest("hex").slice(0, 12);

describe("with a folder as a store", () => {
  test.concurrent("pushes all inputs, reports it, and skips them the next time", async () => {
    const root = dataProject();
    const first = await pipeline(root, ["data", "push", "--store", "shared"]);
    const second = await pipeline(root, ["data", "push", "--store", "shared", "--overwrite"]);

    expect(linesOf(first.stdout)).toEqual([
      `data/rows.csv → ${root}/shared/datasets/rows.csv (8 B, SHA-256 ${digest}…)`,
      expect.stringMatching(
        /^data\/labels\.csv → \S+\/shared\/datasets\/labels\.csv \(4 B, SHA-256 [0-9a-f]{12}…\)$/,
      ),
      "",
    ]);
    expect(readFileSync(join(root, "shared/datasets/rows.csv"), "utf8")).toBe("a,b\n1,2\n");
    expect(first).toMatchObject({ code: 0, stderr: "" });
    expect(second).toMatchObject({ code: 0, stderr: "" });
  });

  test.concurrent("pulls one missing input", async () => {
    const root = dataProject();
    await pipeline(root, ["data", "push", "--store", "shared"]);
    rmSync(join(root, "data"), { recursive: true });

    const { code, stdout } = await pipeline(root, ["data", "pull", "rows", "--store", "shared"]);

    expect(stdout).toBe(`${root}/shared/datasets/rows.csv → data/rows.csv (8 B, SHA-256 ${digest}…)\n`);
    expect(readdirSync(join(root, "data"))).toEqual(["rows.csv"]);
    expect(code).toBe(0);
  });

  test.concurrent("replaces a file that differs only with --overwrite", async () => {
    const root = dataProject();
    await pipeline(root, ["data", "push", "--store", "shared"]);
    writeFileSync(join(root, "data/rows.csv"), "mine");

    const refused = await pipeline(root, ["data", "pull", "rows", "--store", "shared"]);
    const pushed = await pipeline(root, ["data", "push", "rows", "--store", "shared"]);
    const before = readFileSync(join(root, "data/rows.csv"), "utf8");
    const forced = await pipeline(root, ["data", "pull", "rows", "--store", "shared", "--overwrite"]);

    expect(refused.stderr).toBe(
      `data/rows.csv exists and may differ from ${root}/shared/datasets/rows.csv. Replace it with --overwrite.\n`,
    );
    expect(pushed.stderr).toBe(
      `${root}/shared/datasets/rows.csv exists and may differ from data/rows.csv. Replace it with --overwrite.\n`,
    );
    expect([refused.code, pushed.code, forced.code]).toEqual([1, 1, 0]);
    expect(before).toBe("mine");
    expect(readFileSync(join(root, "data/rows.csv"), "utf8")).toBe("a,b\n1,2\n");
    expect(readdirSync(join(root, "data"))).toEqual(["labels.csv", "rows.csv"]);
  });

  test.concurrent.each([
    [
      ["push"],
      'artifact "rows" has the key datasets/rows.csv, but its definition names no bucket. Name one: --store s3://BUCKET, or s3: { bucket: … } next to the key.',
      2,
    ],
    [
      ["pull", "row", "--store", "x"],
      'reading has no input artifact "row" with a path and a key. Did you mean "rows"? It has rows, labels.',
      2,
    ],
    [
      ["pull", "--workflow", "bare", "--store", "x"],
      "bare: It has no input artifact with a path and a key.",
      2,
    ],
    [
      ["pull", "--workflow", "bear"],
      'There is no workflow "bear". Did you mean "bare"? Available: reading, bare.',
      2,
    ],
    [
      ["pul"],
      "error: command-argument value 'pul' is invalid for argument 'direction'. Allowed choices are pull, push, push-run.",
      2,
    ],
    [
      ["pull", "--store", "ftp://u:hunter2@host"],
      "--store: found an address that begins with ftp://. Expected s3://BUCKET/PREFIX, or a folder.",
      2,
    ],
  ])("says what is wrong with %j", async (args, message, expected) => {
    const { code, stdout, stderr } = await pipeline(dataProject(), ["data", ...args]);

    expect(linesOf(stderr)[0]).toBe(message);
    expect(stdout).toBe("");
    expect(code).toBe(expected);
  });

  test.concurrent("says that there is nothing to push", async () => {
    const root = dataProject();
    rmSync(join(root, "data/rows.csv"));
    const { code, stderr } = await pipeline(root, ["data", "push", "--store", "shared"]);

    expect(stderr).toBe(`artifact "rows": there is no file ${root}/data/rows.csv to push.\n`);
    expect(code).toBe(1);
  });
});

test.concurrent("stops immediately on Ctrl-C if the server does not answer", async () => {
  let asked = (): void => {};
  const request = new Promise<void>((resolve) => {
    asked = resolve;
  });
  const silent = createServer(() => asked());
  await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
  const address = silent.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const root = dataProject();
  const { child, ended } = startPipeline(
    root,
    ["data", "push", "--store", `s3://${bucket}?endpoint=http://127.0.0.1:${port}`],
    {
      env: { AWS_ACCESS_KEY_ID: accessKey, AWS_SECRET_ACCESS_KEY: secretKey, AWS_REGION: "us-east-1" },
    },
  );
  await request;
  const begin = performance.now();

  child.kill("SIGINT");

  const { code, stderr } = await ended;
  silent.closeAllConnections();
  silent.close();
  expect(stderr).toBe("Stopped. Nothing half-written is left.\n");
  expect(performance.now() - begin).toBeLessThan(2000);
  expect(code).toBe(130);
});

describe.skipIf(serverBinary === "")("with a server of S3", () => {
  let server: Server;
  beforeAll(async () => {
    server = await startServer();
  });

  test("pushes and pulls by the bucket and the server that the definition names", async () => {
    const endpoint = server.endpoint.replace("http://", "");
    const root = project(dataFiles(`s3: { bucket: "${bucket}", endpoint: "${endpoint}", insecure: true }`));
    const env = { ...server.environment, AWS_ENDPOINT_URL_S3: "" };

    const pushed = await pipeline(root, ["data", "push", "rows"], { env });
    const again = await pipeline(root, ["data", "push", "rows"], { env });
    rmSync(join(root, "data/rows.csv"));
    const pulled = await pipeline(root, ["data", "pull", "rows"], { env });
    const same = await pipeline(root, ["data", "pull", "rows"], { env });

    const place = server.address("datasets/rows.csv");
    expect(pushed.stdout).toBe(`data/rows.csv → ${place} (8 B, SHA-256 ${digest}…)\n`);
    expect(again.stdout).toBe(`${place} is the same as data/rows.csv.\n`);
    expect(pulled.stdout).toBe(`${place} → data/rows.csv (8 B, SHA-256 ${digest}…)\n`);
    expect(same.stdout).toBe(`data/rows.csv is the same as ${place}.\n`);
    expect(readFileSync(join(root, "data/rows.csv"), "utf8")).toBe("a,b\n1,2\n");
  });

  test.skipIf(noTerminal)("draws a bar on a terminal, and removes it", async () => {
    const root = dataProject();
    mkdirSync(join(root, "data"), { recursive: true });
    writeFileSync(join(root, "data/rows.csv"), randomBytes(40_000_000));

    const { code, stdout } = await startOnTerminal(
      root,
      ["data", "push", "rows", "--store", `s3://${bucket}/bar`],
      {
        env: server.environment,
      },
    ).ended;

    expect(stdout).toMatch(/pushing data\/rows\.csv ━+─* \d+% of 40\.0 MB, [\d.]+ MB\/s/);
    expect(screenOf(stdout)[0]).toMatch(/^data\/rows\.csv → s3:\S+ \(40\.0 MB, SHA-256 [0-9a-f]{12}…\)/);
    expect(showsCursor(stdout)).toBe(true);
    expect(code).toBe(0);
  });

  test("keeps the existing file if it is stopped midway", async () => {
    const root = dataProject();
    writeFiles(root, { "data/rows.csv": "before" });
    await pipeline(root, ["data", "push", "rows", "--store", `s3://${bucket}/midway`], {
      env: server.environment,
    });
    writeFileSync(join(root, "data/rows.csv"), randomBytes(600_000_000));
    const { child, ended } = startPipeline(
      root,
      ["data", "push", "rows", "--overwrite", "--store", `s3://${bucket}/midway`],
      { env: server.environment },
    );
    const parts = join(server.folder, bucket, ".sgwtmp");
    while (!existsSync(parts) || readdirSync(parts, { recursive: true }).length < 5) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }

    child.kill("SIGINT");

    const { code } = await ended;
    const copy = join(tempDir(), "rows.csv");
    writeFileSync(copy, readFileSync(join(server.folder, bucket, "midway/datasets/rows.csv")));
    expect(code).toBe(130);
    expect(readFileSync(copy, "utf8")).toBe("before");
  });
});
