import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { UserError } from "../../src/definition/errors.js";
import { defineStep, defineWorkflow, inputArtifact, parameter, text } from "../../src/index.js";
import { createRunDirectory, readRunRecord, runsOf } from "../../src/local/run-directory.js";
import { runRecordSchema } from "../../src/local/run-record.js";
import { tempDir } from "../temp-dir.js";
import { outputs, run } from "./run.js";
import { add, fail, give } from "./steps.js";

const workflow = defineWorkflow({
  name: "recorded",
  parameters: { n: parameter(z.number(), 2) },
  artifacts: { start: inputArtifact(text, { path: "start.txt", key: "start.txt" }) },
  build(dag, { n, start }) {
    const mapped = dag.map(add, [1, 2], (m) => ({ n, m, file: start }));
    return { ns: mapped.n, files: mapped.file };
  },
});

/** A directory with the workflow's input file. */
function project(): string {
  const root = tempDir();
  writeFileSync(join(root, "start.txt"), "5");
  return root;
}

describe("the record of a run", () => {
  test("contains everything that differs from run to run", async () => {
    const root = project();

    const record = await run(workflow, { root });

    const written: unknown = JSON.parse(readFileSync(join(record.directory, "run.json"), "utf8"));
    expect(runRecordSchema.parse(written)).toEqual(written);
    const five = { sha256: "ef2d127de37b942baad06145e54b0c619a1f22327b2ebbcfbec78f5564afe39d", bytes: 1 };
    expect(written).toMatchObject({
      formatVersion: 1,
      run: expect.stringMatching(/^recorded-\d{8}-\d{6}-[0-9a-f]{3}$/),
      workflow: "recorded",
      phase: "Succeeded",
      startedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      finishedAt: expect.any(String),
      pid: process.pid,
      host: hostname(),
      directory: record.directory,
      inputs: { parameters: { n: "2" }, artifacts: { start: { path: join(root, "start.txt"), ...five } } },
      outputs: {
        parameters: { ns: "[8,9]" },
        artifacts: {
          files: [
            { path: "add/0/file.txt", bytes: 1 },
            { path: "add/1/file.txt", bytes: 1 },
          ],
        },
      },
      code: { node: process.version, platform: `${process.platform}-${process.arch}` },
      tasks: [
        {
          id: "add",
          kind: "map",
          children: [
            {
              id: "add/0",
              inputs: { parameters: { n: "2", m: "1" }, artifacts: { file: five } },
            },
            { id: "add/1", outputs: { parameters: { n: "9" } } },
          ],
        },
      ],
    });
  });

  test("is read back with its directory", async () => {
    const record = await run(workflow, { root: project() });
    const moved = join(tempDir(), "moved");
    renameSync(record.directory, moved);

    expect(readRunRecord(moved)).toMatchObject({ run: record.run, phase: "Succeeded", directory: moved });
    expect(readRunRecord(moved).outputs).toEqual({
      parameters: { ns: "[8,9]" },
      artifacts: {
        files: [
          expect.objectContaining({ path: "add/0/file.txt" }),
          expect.objectContaining({ path: "add/1/file.txt" }),
        ],
      },
    });
    expect(runsOf(record.directory)).toBe(join(record.directory, ".."));
  });

  test("says that it is running while it is", async () => {
    let seen: unknown;
    const runs = join(tempDir(), "runs");
    const look = defineStep({
      name: "look",
      inputs: {},
      outputs: {},
      run() {
        seen = readRunRecord(join(runs, "latest"));
        return {};
      },
    });

    const record = await run(defineWorkflow({ name: "looking", build: (dag) => void dag.task(look, {}) }), {
      runs,
    });

    expect(seen).toMatchObject({ run: record.run, phase: "Running", tasks: [{ id: "look" }] });
    expect(seen).not.toHaveProperty("finishedAt");
  });

  test("says that it was interrupted if its process has ended", async () => {
    const record = await run(workflow, { root: project() });
    const path = join(record.directory, "run.json");
    const gone = spawnSync(process.execPath, ["-e", ""], { timeout: 10_000 }).pid;
    writeFileSync(
      path,
      JSON.stringify({ ...JSON.parse(readFileSync(path, "utf8")), phase: "Running", pid: gone }),
    );

    expect(readRunRecord(record.directory)).toMatchObject({
      phase: "Interrupted",
      message: `process ${gone} ended before the run did`,
    });
  });

  test("is refused if it is missing or has another version", async () => {
    const record = await run(workflow, { root: project() });
    const path = join(record.directory, "run.json");
    const none = tempDir();

    writeFileSync(path, '{"formatVersion": 2}');
    expect(() => readRunRecord(record.directory)).toThrow(UserError);
    expect(() => readRunRecord(record.directory)).toThrow(
      `${path} is not the record of a run, or has another format version: formatVersion: `,
    );
    writeFileSync(path, "{");
    expect(() => readRunRecord(record.directory)).toThrow(new UserError(`${path} is not JSON.`));
    expect(() => readRunRecord(none)).toThrow(
      new UserError(`There is no run in ${none}: ${none}/run.json cannot be read. Start one with "run".`),
    );
  });
});

describe("the directory of runs", () => {
  test("has a link to the run that was started last", async () => {
    const runs = join(tempDir(), "runs");
    const root = project();

    const first = await run(workflow, { runs, root });
    const second = await run(workflow, { runs, root });

    expect(first.run).not.toBe(second.run);
    expect(readlinkSync(join(runs, "latest"))).toBe(second.run);
    expect(readdirSync(runs).sort()).toEqual([first.run, second.run, "latest"].sort());
  });

  test("keeps a directory that has the link's name", async () => {
    const runs = tempDir();
    mkdirSync(join(runs, "latest"));

    const record = await run(workflow, { runs, root: project() });

    expect(record.phase).toBe("Succeeded");
    expect(statSync(join(runs, "latest")).isDirectory()).toBe(true);
    expect(readdirSync(runs).sort()).toEqual(["latest", record.run]);
  });

  test("accepts several runs at the same time, each in its own directory", async () => {
    const runs = join(tempDir(), "runs");
    const root = project();

    const records = await Promise.all(
      Array.from({ length: 20 }, (_, i) => run(workflow, { runs, root, parameters: { n: i } })),
    );

    expect(new Set(records.map((record) => record.directory)).size).toBe(20);
    expect(records.map((record) => outputs(record).ns)).toEqual(
      Array.from({ length: 20 }, (_, i) => `[${i + 6},${i + 7}]`),
    );
  });

  test("accepts more runs in a second than there are random names", () => {
    const runs = tempDir();

    const made = Array.from({ length: 400 }, () => createRunDirectory(runs, "a").directory);

    expect(new Set(made).size).toBe(400);
  });

  test("that cannot be written is reported with advice", async () => {
    const blocked = join(tempDir(), "file");
    writeFileSync(blocked, "");

    const started = run(workflow, { runs: join(blocked, "runs"), root: project() });

    await expect(started).rejects.toThrow(UserError);
    await expect(started).rejects.toThrow(
      /^The runs directory .*\/file\/runs cannot be written \(.*\)\. Make it writable, or name another with --runs DIRECTORY\.$/,
    );
  });
});

test("two runs write the same bytes", async () => {
  const root = project();
  const [a, b] = [await run(workflow, { root }), await run(workflow, { root, parallelism: 2 })];

  const artifacts = ({ directory }: { directory: string }) =>
    readdirSync(directory, { recursive: true, encoding: "utf8" })
      .filter((path) => path !== "run.json" && statSync(join(directory, path)).isFile())
      .sort()
      .map((path) => [path, readFileSync(join(directory, path), "utf8")]);

  expect(artifacts(a)).toEqual([
    ["add/0/file.txt", "8"],
    ["add/0/parameters/n", "8"],
    ["add/1/file.txt", "9"],
    ["add/1/parameters/n", "9"],
  ]);
  expect(artifacts(b)).toEqual(artifacts(a));
});

test("a run that failed is recorded too", async () => {
  const broken = defineWorkflow({
    name: "broken",
    build: (dag) => void dag.task(give, { n: dag.task(fail, {}).attempt }),
  });

  const { directory } = await run(broken);

  expect(readRunRecord(directory)).toMatchObject({
    phase: "Failed",
    message: "child 'fail' failed",
    tasks: [
      { phase: "Failed", message: "attempt 1 broke", attempts: [{ exitCode: 1 }] },
      { phase: "Omitted" },
    ],
  });
  expect(existsSync(join(directory, "give"))).toBe(false);
});
