import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import * as z from "zod";
import type { Codec } from "../../src/definition/codec.js";
import { ContractError, UserError } from "../../src/definition/errors.js";
import type { Step } from "../../src/definition/step.js";
import { executeStep } from "../../src/execution/execute-step.js";
import type { StepJob } from "../../src/execution/step-job.js";
import {
  artifact,
  artifactList,
  defineStep,
  file,
  folder,
  html,
  json,
  optional,
  parameter,
  text,
} from "../../src/index.js";
import { endedProcess, tempNameOf } from "../files/temp-names.js";
import { tempDir } from "../temp-dir.js";

const mounts: string[] = [];

afterEach(() => {
  for (const mount of mounts.splice(0)) execFileSync("umount", [mount]);
});

/** Runs a step in a new directory. Returns the directory, and the step's log lines and progress. */
async function execute(step: Step, job: Partial<StepJob> = {}, signal = new AbortController().signal) {
  const outputs = job.outputs ?? join(tempDir(), "outputs");
  const told: string[] = [];
  const listener = {
    log: (line: string) => void told.push(line),
    progress: (done: number, total: number) => void told.push(`${done}/${total}`),
  };
  const error = await executeStep(
    step,
    { parameters: {}, artifacts: {}, attempt: 1, ...job, outputs },
    listener,
    signal,
  ).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return { outputs, told, error };
}

function filesIn(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(directory.length + 1))
    .sort();
}

const greet = defineStep({
  name: "greet",
  inputs: {
    name: parameter(z.string()),
    times: parameter(z.int().min(1), 1),
    title: optional(parameter(z.string())),
    page: optional(artifact(text)),
  },
  outputs: { greeting: artifact(text), length: parameter(z.int()) },
  run({ name, times, title, page }) {
    const greeting = `${title ?? "-"} ${page ?? "-"} ${name.repeat(times)}`;
    return { greeting, length: greeting.length };
  },
});

describe("what a step throws", () => {
  class LibraryError extends Error {
    constructor(
      message: string,
      readonly isUserError: unknown,
    ) {
      super(message);
    }
  }
  const throwing = (error: Error) =>
    defineStep({
      name: "throws",
      inputs: {},
      outputs: {},
      run: () => {
        throw error;
      },
    });

  test("is the user's mistake if the error says so, which a library can do without importing this package", async () => {
    const thrown = new LibraryError("one class only", true);

    const { error } = await execute(throwing(thrown));

    expect(error).toEqual(new UserError("one class only"));
    expect(error).toMatchObject({ cause: thrown });
  });

  test("stays as it is otherwise", async () => {
    const thrown = new LibraryError("a bug", "perhaps");

    expect((await execute(throwing(thrown))).error).toBe(thrown);
  });
});

describe("a step's outputs", () => {
  test("are files under their names, parameters in a folder of their own", async () => {
    const { outputs, error } = await execute(greet, { parameters: { name: "Ada" } });

    expect(error).toBeUndefined();
    expect(filesIn(outputs)).toEqual(["greeting.txt", "parameters/length"]);
    expect(readFileSync(join(outputs, "greeting.txt"), "utf8")).toBe("- - Ada");
    expect(readFileSync(join(outputs, "parameters/length"), "utf8")).toBe("7");
  });

  test("may be none", async () => {
    const step = defineStep({ name: "none", inputs: {}, outputs: {}, run: () => ({}) });

    const { outputs, error } = await execute(step);

    expect(error).toBeUndefined();
    expect(readdirSync(outputs)).toEqual([]);
  });

  test("may be lists, files and folders", async () => {
    const step = defineStep({
      name: "kinds",
      inputs: {},
      outputs: {
        pages: artifactList(html),
        none: artifactList(text),
        raw: artifact(file("bin")),
        parts: artifact(folder),
      },
      run(_, { scratch }) {
        writeFileSync(join(scratch, "raw"), "raw");
        mkdirSync(join(scratch, "parts"));
        writeFileSync(join(scratch, "parts", "a"), "a");
        return {
          pages: ["<p>0", "<p>1"],
          none: [],
          raw: { file: join(scratch, "raw") },
          parts: { folder: join(scratch, "parts") },
        };
      },
    });

    const { outputs, error } = await execute(step);

    expect(error).toBeUndefined();
    expect(filesIn(outputs)).toEqual([
      "none/list.json",
      "pages/0.html",
      "pages/1.html",
      "pages/list.json",
      "parameters/none-indexes",
      "parameters/pages-indexes",
      "parts/a",
      "raw.bin",
    ]);
    expect(readFileSync(join(outputs, "parameters/pages-indexes"), "utf8")).toBe("[0,1]");
  });

  test("may be null where the schema allows it", async () => {
    const step = defineStep({
      name: "nothing",
      inputs: { n: parameter(z.number().nullable()) },
      outputs: { n: parameter(z.number().nullable()), j: artifact(json(z.null())) },
      run: ({ n }) => ({ n, j: null }),
    });

    const { outputs, error } = await execute(step, { parameters: { n: "null" } });

    expect(error).toBeUndefined();
    expect(readFileSync(join(outputs, "parameters/n"), "utf8")).toBe("null");
    expect(readFileSync(join(outputs, "j.json"), "utf8")).toBe("null\n");
  });

  test("appear only when the step has ended", async () => {
    const outputs = join(tempDir(), "outputs");
    let seen: string[] = [];
    const slow: Codec<string> = {
      ...text,
      format: "slow",
      async encode(value, path) {
        writeFileSync(path, value);
        await new Promise((resolve) => setTimeout(resolve, 5));
        seen = readdirSync(outputs).filter((name) => !name.startsWith("."));
      },
    };
    const step = defineStep({
      name: "slow",
      inputs: {},
      outputs: { first: artifact(text), last: artifact(slow) },
      run: () => ({ first: "1", last: "2" }),
    });

    const { error } = await execute(step, { outputs });

    expect(error).toBeUndefined();
    expect(seen).toEqual([]);
    expect(readdirSync(outputs).sort()).toEqual(["first.txt", "last.txt"]);
  });

  test("are complete if two processes write them to the same folder at the same time", async () => {
    const outputs = tempDir();
    const once = () => execute(greet, { parameters: { name: "Ada" }, outputs });

    const ended = await Promise.all(Array.from({ length: 20 }, once));

    expect(ended.map(({ error }) => error)).toEqual(Array.from({ length: 20 }, () => undefined));
    expect(readdirSync(outputs).sort()).toEqual(["greeting.txt", "parameters"]);
  });

  test("replace what an earlier attempt left", async () => {
    const outputs = tempDir();
    mkdirSync(join(outputs, "parameters"));
    const left = tempNameOf(endedProcess());
    mkdirSync(join(outputs, left));
    writeFileSync(join(outputs, "parameters", "length"), "99");
    writeFileSync(join(outputs, "greeting.txt"), "old");
    writeFileSync(join(outputs, left, "half"), "");

    await execute(greet, { parameters: { name: "Ada" }, outputs, attempt: 2 });

    expect(readdirSync(outputs).sort()).toEqual(["greeting.txt", "parameters"]);
    expect(readFileSync(join(outputs, "parameters/length"), "utf8")).toBe("7");
  });
});

describe("nothing is left behind", () => {
  test("where the step throws", async () => {
    const step = defineStep({
      name: "throws",
      inputs: {},
      outputs: { a: artifact(text) },
      run(_, { scratch }) {
        writeFileSync(join(scratch, "large"), "x");
        throw new RangeError("too far");
      },
    });

    const { outputs, error } = await execute(step);

    expect(error).toEqual(new RangeError("too far"));
    expect(readdirSync(outputs)).toEqual([]);
  });

  test("where an output cannot be written, after others were", async () => {
    const half: Codec<string> = {
      ...text,
      format: "half",
      encode(value, path) {
        writeFileSync(path, value.slice(0, 1));
        throw new Error("broke off");
      },
    };
    const step = defineStep({
      name: "half",
      inputs: {},
      outputs: { a: artifact(text), n: parameter(z.int()), b: artifact(half) },
      run: () => ({ a: "1", n: 1, b: "22" }),
    });

    const { outputs, error } = await execute(step);

    expect(error).toEqual(new Error("broke off"));
    expect(readdirSync(outputs)).toEqual([]);
  });

  test("of the scratch directory, where the step succeeds", async () => {
    const step = defineStep({
      name: "scratching",
      inputs: {},
      outputs: { where: parameter(z.string()) },
      run(_, { scratch }) {
        writeFileSync(join(scratch, "large"), "x");
        return { where: scratch };
      },
    });

    const { outputs, error } = await execute(step);

    expect(error).toBeUndefined();
    expect(existsSync(readFileSync(join(outputs, "parameters/where"), "utf8"))).toBe(false);
    expect(readdirSync(outputs)).toEqual(["parameters"]);
  });

  test("of an abandoned attempt that continued", async () => {
    const stop = new AbortController();
    const step = defineStep({
      name: "late",
      inputs: {},
      outputs: { a: artifact(text) },
      run() {
        stop.abort();
        return { a: "late" };
      },
    });

    const { outputs, error } = await execute(step, {}, stop.signal);

    expect(error).toMatchObject({ name: "AbortError" });
    expect(readdirSync(outputs)).toEqual([]);
  });
});

describe("a step that returns something else is refused:", () => {
  const step = (returned: unknown) =>
    defineStep({
      name: "wrong",
      inputs: {},
      outputs: {
        model: artifact(json(z.object({ coef: z.number() }))),
        auc: parameter(z.number()),
        parts: artifactList(text),
      },
      run: () => returned as never,
    });
  const model = { coef: 1 };
  test.each([
    ["nothing", undefined, "the step returned undefined, expected an object with its outputs."],
    ["null", null, "the step returned null, expected an object with its outputs."],
    ["a number", 3, "the step returned 3, expected an object with its outputs."],
    ["too little", { model, parts: [] }, 'the step did not return its output "auc".'],
    ["undefined", { model, auc: undefined, parts: [] }, 'the step did not return its output "auc".'],
    [
      "too much",
      { model, auc: 1, parts: [], acu: 2 },
      'the step returned "acu", which is not one of its outputs. Did you mean "auc"?',
    ],
    ["an array", [1], 'the step returned "0", which is not one of its outputs.'],
    ["a wrong parameter", { model, auc: "1", parts: [] }, 'output "auc": found "1", expected a number.'],
    [
      "a wrong artifact",
      { model: { coef: "1" }, auc: 1, parts: [] },
      'output "model": expected an object with coef; problems: coef: invalid input: expected number, received string.',
    ],
    [
      "one artifact for a list",
      { model, auc: 1, parts: "a" },
      'output "parts": found string, expected an array.',
    ],
    ["a wrong item", { model, auc: 1, parts: ["a", 2] }, 'output "parts": found number, expected a string.'],
  ])("%s", async (_, returned, message) => {
    const { outputs, error } = await execute(step(returned));

    expect(error).toEqual(new ContractError(message));
    expect(readdirSync(outputs)).toEqual([]);
  });

  test("a parameter that is too large for Argo", async () => {
    const large = (length: number) =>
      defineStep({
        name: "large",
        inputs: {},
        outputs: { s: parameter(z.string()) },
        run: () => ({ s: "x".repeat(length) }),
      });

    const fits = await execute(large(256 * 1024));
    const tooLarge = await execute(large(256 * 1024 + 1));

    expect(fits.error).toBeUndefined();
    expect(tooLarge.error).toEqual(
      new ContractError(
        'output "s" has 262145 bytes, a parameter may have 262144. Output it as an artifact.',
      ),
    );
  });
});

describe("a step's inputs", () => {
  test("are decoded by their schemas and codecs", async () => {
    const page = join(tempDir(), "page");
    writeFileSync(page, "<p>");

    const { outputs, error } = await execute(greet, {
      parameters: { name: "7", times: "2", title: "true" },
      artifacts: { page },
    });

    expect(error).toBeUndefined();
    expect(readFileSync(join(outputs, "greeting.txt"), "utf8")).toBe("true <p> 77");
  });

  test("may come with others that the step does not know", async () => {
    const { error } = await execute(greet, {
      parameters: { name: "Ada", "inputs-artifact-key": "x" },
      artifacts: { other: "/none" },
    });

    expect(error).toBeUndefined();
  });

  test("have defaults that no step can change for the next one", async () => {
    const step = defineStep({
      name: "pushes",
      inputs: { list: parameter(z.array(z.int()), [1]) },
      outputs: { length: parameter(z.int()) },
      run({ list }) {
        list.push(2);
        return { length: list.length };
      },
    });

    await execute(step);
    const { outputs } = await execute(step);

    expect(readFileSync(join(outputs, "parameters/length"), "utf8")).toBe("2");
  });

  test("that are lists are read from several paths, or from a folder ordered by number", async () => {
    const step = defineStep({
      name: "joins",
      inputs: { parts: artifactList(text) },
      outputs: { all: parameter(z.string()) },
      run: ({ parts }) => ({ all: parts.join(",") }),
    });
    const parts = tempDir();
    for (let i = 0; i < 12; i++) writeFileSync(join(parts, `${i}.txt`), String(i));
    writeFileSync(join(parts, ".hidden"), "x");
    writeFileSync(join(parts, "readme.md"), "x");

    const fromFolder = await execute(step, { artifacts: { parts } });
    const fromPaths = await execute(step, {
      artifacts: { parts: [join(parts, "3.txt"), join(parts, "1.txt")] },
    });
    const empty = await execute(step, { artifacts: { parts: [] } });

    expect(readFileSync(join(fromFolder.outputs, "parameters/all"), "utf8")).toBe(
      "0,1,2,3,4,5,6,7,8,9,10,11",
    );
    expect(readFileSync(join(fromPaths.outputs, "parameters/all"), "utf8")).toBe("3,1");
    expect(readFileSync(join(empty.outputs, "parameters/all"), "utf8")).toBe("");
  });

  test.each([
    ["a missing parameter", {}, {}, 'parameter "name" is missing.'],
    [
      "a wrong parameter",
      { name: "a", times: "0" },
      {},
      'parameter "times": found 0, expected an integer at least 1.',
    ],
    [
      "a parameter that is not JSON",
      { name: "a", times: "x" },
      {},
      'parameter "times": found "x", expected an integer at least 1.',
    ],
  ])("are refused: %s", async (_, parameters, artifacts, message) => {
    const { error, outputs } = await execute(greet, { parameters, artifacts });

    expect(error).toEqual(new ContractError(message));
    expect(readdirSync(outputs)).toEqual([]);
  });

  test("are refused where an artifact is missing or of a wrong content", async () => {
    const step = defineStep({
      name: "reads",
      inputs: { page: artifact(text) },
      outputs: {},
      run: () => ({}),
    });
    const page = join(tempDir(), "page.txt");
    writeFileSync(page, Buffer.from([0xff]));

    const missing = await execute(step);
    const wrong = await execute(step, { artifacts: { page } });
    const gone = await execute(step, { artifacts: { page: `${page}.gone` } });

    expect(missing.error).toEqual(new ContractError('input "page" is missing.'));
    expect(wrong.error).toEqual(new ContractError(`input "page" (${page}): found bytes that are not UTF-8.`));
    expect(gone.error).toMatchObject({ name: "ContractError", message: expect.stringContaining("ENOENT") });
  });
});

describe("a step's context", () => {
  test("reports lines one by one, and progress", async () => {
    const step = defineStep({
      name: "tells",
      inputs: {},
      outputs: {},
      run(_, { log, progress }) {
        log("a\nb");
        progress(1, 3);
        log("");
        return {};
      },
    });

    expect((await execute(step)).told).toEqual(["a", "b", "1/3", ""]);
  });

  test("has the attempt, and whether the run is being stopped", async () => {
    const stop = new AbortController();
    stop.abort();
    const step = defineStep({
      name: "asks",
      inputs: {},
      outputs: {},
      run(_, { log, attempt, signal }) {
        log(`${attempt} ${signal.aborted}`);
        return {};
      },
    });

    expect((await execute(step, { attempt: 3 }, stop.signal)).told).toEqual(["3 true"]);
  });
});

describe("a full disk", () => {
  test.each(["ENOSPC", "EDQUOT", "EFBIG"])("is reported with advice: %s", async (code) => {
    const full: Codec<string> = {
      ...text,
      encode() {
        throw Object.assign(new Error(`${code}: no space`), { code });
      },
    };
    const step = defineStep({
      name: "writes",
      inputs: {},
      outputs: { a: artifact(full) },
      run: () => ({ a: "x" }),
    });

    const { error, outputs } = await execute(step);

    expect(error).toEqual(
      new UserError(
        `output "a" could not be written: no space left under ${outputs}. Free some space and run again.`,
      ),
    );
  });

  test("is reported on a real small disk", async ({ skip }) => {
    const mount = tempDir();
    try {
      execFileSync("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", mount], { stdio: "ignore" });
      mounts.push(mount);
    } catch {
      skip("no right to mount a small file system here");
    }
    const step = defineStep({
      name: "writes",
      inputs: {},
      outputs: { a: artifact(text) },
      run: () => ({ a: "x".repeat(1_000_000) }),
    });

    const { error } = await execute(step, { outputs: join(mount, "outputs") });

    expect(error).toBeInstanceOf(UserError);
    expect(String(error)).toContain('output "a" could not be written: no space left under');
    expect(readdirSync(join(mount, "outputs"))).toEqual([]);
  });
});
