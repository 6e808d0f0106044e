import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { tempDir, writeFiles } from "../fixture-project.js";
import { linesOf, pipeline } from "../program.js";
import { bundledSampleProject } from "./sample-project.js";

const root = await bundledSampleProject();

/** A directory with the layout of a pod's /tmp/argo, with a parameters file. */
function pod(parameters: string, inputs: Readonly<Record<string, string>> = {}) {
  const directory = tempDir();
  mkdirSync(join(directory, "inputs"));
  writeFiles(join(directory, "inputs"), inputs);
  writeFileSync(join(directory, "parameters"), parameters);
  return {
    read: (path: string) => readFileSync(join(directory, "outputs", path), "utf8"),
    has: (path: string) => existsSync(join(directory, "outputs", path)),
    step: (name: string, env: Readonly<Record<string, string>> = {}, ...options: string[]) =>
      pipeline(
        root,
        [
          "step",
          name,
          join(directory, "parameters"),
          "--inputs",
          join(directory, "inputs"),
          "--outputs",
          join(directory, "outputs"),
          ...options,
        ],
        { env },
      ),
  };
}

test.concurrent(
  "runs as in a pod: parameters from a file, outputs into a directory, progress into a file",
  async () => {
    const progress = join(tempDir(), "progress");
    const { step, read } = pod(
      JSON.stringify([
        { name: "name", value: "pod", default: "x", description: "an element may have further keys" },
        { name: "times", value: "2" },
        { name: "not-the-steps", value: "ignored" },
      ]),
    );

    const { code, stdout, stderr } = await step("greet", { ARGO_PROGRESS_FILE: progress });

    expect(stderr).toBe("");
    expect(stdout).toBe("greeting pod\n");
    expect(code).toBe(0);
    expect(read("greeting.txt")).toBe("hello pod\nhello pod\n");
    expect(read("parameters/length")).toBe("6.666666666666667");
    expect(readFileSync(progress, "utf8")).toBe("2/3\n");
  },
);

test.concurrent("accepts null for no parameters, and artifacts under their names", async () => {
  const { step, read } = pod("null", { greeting: "hello" });

  const { code } = await step("count");

  expect(code).toBe(0);
  expect(read("parameters/characters")).toBe("5");
});

test.concurrent.each<[string, string, string]>([
  ["no JSON", "[{", "cannot be read: "],
  ["no list", '{"name": "you"}', 'is not what Argo writes: expected [{"name": …, "value": "…"}] or null.'],
  ["a value that is no text", '[{"name": "times", "value": 2}]', "is not what Argo writes"],
  ["no name", '[{"value": "2"}]', "is not what Argo writes"],
])("refuses a parameters file with %s by exit code 2", async (_what, content, message) => {
  const { code, stderr } = await pod(content).step("greet");

  expect(stderr).toMatch(/^The parameters file .*parameters /);
  expect(stderr).toContain(message);
  expect(code).toBe(2);
});

test.concurrent("refuses a missing parameters file with exit code 2", async () => {
  const { code, stderr } = await pipeline(root, ["step", "greet", "/nowhere/parameters"]);

  expect(stderr).toBe(
    "The parameters file /nowhere/parameters cannot be read: ENOENT: no such file or directory, open '/nowhere/parameters'\n",
  );
  expect(code).toBe(2);
});

test.concurrent.each<[string, string, number, string]>([
  [
    "a value that breaks its contract",
    '[{"name": "n", "value": "x"}]',
    65,
    'halve: parameter "n": found "x", expected a number.',
  ],
  ["a missing value", "null", 65, 'halve: parameter "n" is missing.'],
])("ends with its exit code for %s", async (_what, parameters, exitCode, message) => {
  const { code, stdout, stderr } = await pod(parameters).step("halve");

  expect(stderr).toBe(`${message}\n`);
  expect(stdout).toBe("");
  expect(code).toBe(exitCode);
});

test.concurrent.each<[string, number, string[]]>([
  ["user-error", 1, ["break-down: The file is not there.", "Put it there."]],
  ["contract", 65, ["break-down: The file is not as agreed."]],
  ["text", 1, ["break-down: just a text"]],
  ["shape", 65, ['break-down: output "n": found "one", expected a number.']],
])("ends with its message alone for %s", async (how, exitCode, lines) => {
  const { code, stderr } = await pod(JSON.stringify([{ name: "how", value: how }])).step("break-down");

  expect(linesOf(stderr)).toEqual([...lines, ""]);
  expect(code).toBe(exitCode);
});

test.concurrent("ends with exit code 75 for a transient error", async () => {
  const first = await pod("null").step("busy", { STEP_RETRIES: "0" });
  const second = await pod("null").step("busy", { STEP_RETRIES: "1" });

  expect(first).toMatchObject({ code: 75, stderr: "busy: the server is busy\n" });
  expect(second.code).toBe(0);
});

test.concurrent("prints a bug's stack before the message, which comes last", async () => {
  const { code, stderr } = await pod('[{"name": "how", "value": "TypeError"}]').step("break-down");

  const lines = linesOf(stderr);
  expect(lines[0]).toBe("TypeError: Cannot read properties of undefined (reading 'property')");
  expect(lines[1]).toMatch(/^ +at run \(.*\/src\/main\.ts:\d+:\d+\)$/);
  expect(lines.at(-2)).toBe("break-down: Cannot read properties of undefined (reading 'property')");
  expect(code).toBe(1);
});

test.concurrent("prints a user error's stack too with --verbose", async () => {
  const { stderr } = await pod('[{"name": "how", "value": "contract"}]').step("break-down", {}, "--verbose");

  expect(linesOf(stderr)[0]).toBe("ContractError: The file is not as agreed.");
  expect(linesOf(stderr).at(-2)).toBe("break-down: The file is not as agreed.");
});

test.concurrent("leaves no output behind if the step fails", async () => {
  const { step, has } = pod('[{"name": "how", "value": "shape"}]');

  await step("break-down");

  expect(has("parameters/n")).toBe(false);
});

test.concurrent("reports that outputs cannot be written", async () => {
  const { code, stderr } = await pipeline(root, [
    "step",
    "greet",
    "--set",
    "name=x",
    "--outputs",
    "package.json/out",
  ]);

  expect(stderr).toBe(
    `greet: The outputs directory ${root}/package.json/out cannot be created (ENOTDIR: not a directory, mkdir '${root}/package.json/out'). Choose another with --outputs DIRECTORY.\n`,
  );
  expect(code).toBe(1);
});

test.concurrent.each<[string[], string]>([
  [["gret"], 'There is no step "gret". Did you mean "greet"? Available: greet, count, '],
  [
    ["greet"],
    "greet needs inputs. Take those of a run with --from-run latest, or pass them with --input NAME=FILE and --set NAME=VALUE.",
  ],
  [["greet", "--set", "tims=2"], 'greet has no input "tims". Did you mean "times"?'],
  [["greet", "--set", "toString=2"], 'greet has no input "toString". It has name, times.'],
  [["greet", "--input", "name=x"], 'greet: "name" is a parameter. Give it a value: --set name=VALUE'],
  [
    ["count", "--set", "greeting=x"],
    'count: "greeting" is an artifact. Give it a file: --input greeting=FILE',
  ],
  [["count", "--input", "greeting=nope"], `--input greeting: there is no file ${root}/nope.`],
  [["greet", "--task", "greet"], "--task names a task of a run. Name the run too: --from-run latest"],
  [
    ["greet", "file.json", "--set", "name=x"],
    "The parameters file file.json is for pods. Omit it with --from-run, --input or --set.",
  ],
  [
    ["greet", "--inputs", "x", "--set", "name=x"],
    "--inputs is for pods. Omit it with --from-run, --input or --set.",
  ],
])("refuses step %j with exit code 2", async (args, message) => {
  const { code, stderr } = await pipeline(root, ["step", ...args]);

  expect(stderr).toContain(message);
  expect(stderr.trimEnd()).not.toContain("\n");
  expect(code).toBe(2);
});

beforeAll(async () => {
  const { code } = await pipeline(root, ["run", "mapped"]);
  expect(code).toBe(0);
});

test.concurrent(
  "runs a step again on the inputs of the last run, and prints the path of its outputs",
  async () => {
    const { code, stdout } = await pipeline(root, ["step", "total", "--from-run", "latest"]);

    expect(stdout).toBe("total: outputs in runs/step-total\n");
    expect(readFileSync(join(root, "runs/step-total/all.txt"), "utf8")).toBe("hello ann\nhello bo\n");
    expect(readFileSync(join(root, "runs/step-total/parameters/total"), "utf8")).toBe("6.333333333333334");
    expect(code).toBe(0);
  },
);

test.concurrent("runs one of several tasks again, with another parameter and other outputs", async () => {
  const outputs = tempDir();
  const { code, stdout } = await pipeline(root, [
    "step",
    "greet",
    "--from-run",
    "latest",
    "--task",
    "greet/1",
    "--set",
    "times=2",
    "--outputs",
    outputs,
  ]);

  expect(linesOf(stdout)[0]).toBe("greeting bo");
  expect(readFileSync(join(outputs, "greeting.txt"), "utf8")).toBe("hello bo\nhello bo\n");
  expect(code).toBe(0);
});

test.concurrent("asks which task is meant where several run the step", async () => {
  const { code, stderr } = await pipeline(root, ["step", "greet", "--from-run", "latest"]);

  expect(stderr).toMatch(
    /^Several tasks of run mapped-\S+ run greet\. Name one with --task: greet\/0, greet\/1\.\n$/,
  );
  expect(code).toBe(2);
});

test.concurrent("runs a step on a file, resolved from the caller's directory", async () => {
  const elsewhere = join(root, "texts");
  writeFiles(elsewhere, { "a.txt": "1234567" });
  const { code, stdout } = await pipeline(root, ["step", "count", "--input", "greeting=a.txt"], {
    cwd: elsewhere,
  });

  expect(stdout).toBe("count: outputs in ../runs/step-count\n");
  expect(readFileSync(join(root, "runs/step-count/parameters/characters"), "utf8")).toBe("7");
  expect(code).toBe(0);
});

test.concurrent("says that there is no such run", async () => {
  const { code, stderr } = await pipeline(root, ["step", "greet", "--from-run", "yesterday"]);

  expect(stderr).toBe(`There is no run "yesterday" in ${root}/runs. List them: npx --no tiphys runs\n`);
  expect(code).toBe(2);
});

test("refuses an artifact that changed since the run, unless --input names it", async () => {
  const runs = tempDir();
  await pipeline(root, ["run", "plain", "--runs", runs]);
  const greeting = join(runs, "latest/greet/greeting.txt");
  writeFileSync(greeting, readFileSync(greeting, "utf8").replace("hello", "hallo"));
  const step = (...options: string[]) =>
    pipeline(root, ["step", "count", "--from-run", "latest", "--runs", runs, ...options]);

  const refused = await step();
  const given = await step("--input", `greeting=${greeting}`);

  expect(refused.stderr).toMatch(
    /^input "greeting" \(\S+\/greet\/greeting\.txt\) was changed after it was written: found SHA-256 \w{12}…, expected \w{12}…\. Run the workflow again, or give the file as it is now: --input greeting=FILE\n$/,
  );
  expect(refused.code).toBe(1);
  expect(given.code).toBe(0);
});
