import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import type { RunRecord } from "../../../src/local/run-record.js";
import { project } from "../fixture-project.js";
import { type Ended, latestRun, pipeline as run } from "../program.js";

const engine =
  'import { artifact, defineStep, parameter, text } from "@tiphys/workflow";\nimport * as z from "zod";\n';

/** Two steps in a row, and one beside them; each in its own file. */
const files = {
  "src/main.ts": `
import { defineWorkflow, inputArtifact, parameter, text } from "@tiphys/workflow";
import { main } from "@tiphys/workflow/cli";
import * as z from "zod";
import { count } from "./steps/count.js";
import { greet } from "./steps/greet.js";
import { shout } from "./steps/shout.js";
const hello = defineWorkflow({
  name: "hello",
  parameters: { times: parameter(z.int(), 2) },
  artifacts: { names: inputArtifact(text, { path: "names.txt" }) },
  build(dag, { names, times }) {
    const { greeting } = dag.task(greet, { names });
    const { shouted } = dag.task(shout, { greeting, times });
    return { shouted, ...dag.task(count, { names }) };
  },
});
await main({ workflows: [hello] });
`,
  "src/steps/greet.ts": `${engine}import { word } from "../word.js";
export const greet = defineStep({
  name: "greet",
  inputs: { names: artifact(text) },
  outputs: { greeting: artifact(text) },
  run: ({ names }) => ({ greeting: word + " " + names.trim() }),
});
`,
  "src/word.ts": 'export const word = "Hello";\n',
  "src/steps/shout.ts": `${engine}
export const shout = defineStep({
  name: "shout",
  inputs: { greeting: artifact(text), times: parameter(z.int()) },
  outputs: { shouted: artifact(text) },
  run: ({ greeting, times }) => ({ shouted: greeting.toUpperCase() + "!".repeat(times) }),
});
`,
  "src/steps/count.ts": `${engine}
export const count = defineStep({
  name: "count",
  inputs: { names: artifact(text) },
  outputs: { letters: parameter(z.int()) },
  run: ({ names }) => ({ letters: names.trim().length }),
});
`,
  "names.txt": "Ada\n",
};

// Each test bundles the project once or twice.
vi.setConfig({ testTimeout: 120_000 });

/** Runs a command with the cache, as a person does. */
function pipeline(root: string, args: readonly string[]): Promise<Ended> {
  return run(root, args, { env: { TIPHYS_CACHE: "" }, deadline: 60_000 });
}

/** Names of the tasks that ran; the others were taken from an earlier run. */
function ran({ tasks }: RunRecord): string[] {
  return tasks.filter(({ cached }) => cached === undefined).map(({ name }) => name);
}

/** Runs the workflow, and returns its record. */
async function runOf(...options: string[]): Promise<RunRecord> {
  const ended = await pipeline(root, ["run", ...options]);
  expect(ended).toMatchObject({ code: 0, stderr: "" });
  return latestRun(root);
}

// The tests run one after the other in one project, as a person works: each begins with a run of which nothing has changed.
const root = project({
  ...files,
  "node_modules/exclaim/package.json":
    '{ "name": "exclaim", "version": "1.0.0", "type": "module", "main": "index.js" }',
  "node_modules/exclaim/index.js": 'export const mark = "!";\n',
});

/** What "why" says of a task. */
async function why(task: string): Promise<string[]> {
  const { stdout, stderr } = await pipeline(root, ["why", task]);
  expect(stderr).toBe("");
  return stdout.trimEnd().split("\n");
}

function edit(file: string, from: string, to: string): void {
  const text = readFileSync(join(root, file), "utf8");
  expect(text).toContain(from);
  writeFileSync(join(root, file), text.replace(from, to));
}

function shouted({ directory }: RunRecord): string {
  return readFileSync(join(directory, "shout", "shouted.txt"), "utf8");
}

test("an unchanged run takes all outputs, and says from which run", async () => {
  const first = await runOf();
  expect(ran(first)).toEqual(["greet", "shout", "count"]);

  const { stdout } = await pipeline(root, ["run"]);
  const again = latestRun(root);

  expect(ran(again)).toEqual([]);
  expect(again.tasks.map(({ cached }) => cached)).toEqual(
    ["greet", "shout", "count"].map((task) => ({ run: first.run, task })),
  );
  expect(stdout).toContain(`cached (${first.run})`);
  expect(again.outputs).toEqual(first.outputs);
  rmSync(first.directory, { recursive: true });
  expect(shouted(again)).toBe("HELLO ADA!!");
  // The third run finds the outputs in the second one.
  const third = await runOf("--isolated");
  expect(ran(third)).toEqual([]);
  expect(await why("shout")).toEqual([
    `shout did not run in ${third.run}: its outputs are those of shout in ${first.run}.`,
    expect.stringMatching(
      /^The same: its code \(1 file, \d+ packages\), 1 input, 1 parameter, Node \d+, .+-.+\.$/,
    ),
  ]);
});

test("--no-cache runs everything, and keeps it for the next run", async () => {
  const forced = await runOf("--no-cache");
  expect(ran(forced)).toEqual(["greet", "shout", "count"]);
  expect((await runOf()).tasks.map(({ cached }) => cached?.run)).toEqual([
    forced.run,
    forced.run,
    forced.run,
  ]);
});

test("a change of a step's file runs that step, and what follows from changed outputs only", async () => {
  edit("src/steps/greet.ts", "names.trim()", "names.trim().concat('.')");
  const changed = await runOf();
  expect(ran(changed)).toEqual(["greet", "shout"]);
  expect(shouted(changed)).toBe("HELLO ADA.!!");
  // Other code that gives the same bytes.
  edit("src/steps/greet.ts", "names.trim()", "names.trim().trim()");
  expect(ran(await runOf())).toEqual(["greet"]);
});

test("a change of a file that a step imports runs that step", async () => {
  const before = latestRun(root).run;
  edit("src/word.ts", "Hello", "Good day");
  const { run, ...rest } = await runOf();
  expect(ran({ run, ...rest })).toEqual(["greet", "shout"]);
  expect(await why("greet")).toEqual([
    `greet ran in ${run}, because its code changed (src/word.ts).`,
    `Compared with ${before}.`,
  ]);
  expect(await why("shout")).toEqual([
    `shout ran in ${run}, because input greeting differs: produced by greet, whose code changed (src/word.ts).`,
    `Compared with ${before}.`,
  ]);
});

test("a change of comments runs nothing", async () => {
  appendFileSync(join(root, "src/steps/count.ts"), "// A comment.\n\n");
  appendFileSync(join(root, "src/word.ts"), "/* Another. */\n");
  edit("src/steps/greet.ts", "export const", "/** What it does. */\nexport   const");
  expect(ran(await runOf())).toEqual([]);
});

test("a change of a parameter's default runs what reads it", async () => {
  edit("src/main.ts", "parameter(z.int(), 2)", "parameter(z.int(), 3)");
  const changed = await runOf();
  expect(ran(changed)).toEqual(["shout"]);
  expect(shouted(changed)).toBe("GOOD DAY ADA.!!!");
  expect((await why("shout"))[0]).toBe(
    `shout ran in ${changed.run}, because parameter times differs: 2 → 3.`,
  );
  expect(ran(await runOf("--set", "times=2"))).toEqual([]);
});

test("a change of an input file runs what reads it, and what follows from changed outputs only", async () => {
  writeFileSync(join(root, "names.txt"), "Ada \n");
  const { run, ...rest } = await runOf();
  expect(ran({ run, ...rest })).toEqual(["greet", "count"]);
  expect((await why("count"))[0]).toBe(
    `count ran in ${run}, because input names differs: ${join(root, "names.txt")} is another file, or has other bytes.`,
  );
});

test("another version of a package runs the steps that reach it", async () => {
  edit("src/steps/count.ts", "import", 'import { mark } from "exclaim";\nimport');
  edit("src/steps/count.ts", "names.trim().length", "names.trim().length + mark.length");
  expect(ran(await runOf())).toEqual(["count"]);

  edit("node_modules/exclaim/package.json", "1.0.0", "1.0.1");
  // A package that npm installs changes package-lock.json too.
  writeFileSync(join(root, "package-lock.json"), "{}\n");
  const { run, ...rest } = await runOf();
  expect(ran({ run, ...rest })).toEqual(["count"]);
  expect((await why("count"))[0]).toBe(
    `count ran in ${run}, because its code changed (exclaim 1.0.0 → 1.0.1).`,
  );
});

test("outputs that were changed are not taken: the step runs, with a message", async () => {
  await runOf("--no-cache");
  const { run, directory } = latestRun(root);
  const file = join(directory, "greet", "greeting.txt");
  const bytes = readFileSync(file);
  bytes[0] = (bytes[0] ?? 0) ^ 1;
  writeFileSync(file, bytes);

  const { stdout, code } = await pipeline(root, ["run"]);

  expect(code).toBe(0);
  expect(stdout).toContain(
    `greet: greeting of greet in run ${run} was changed after it was written: it is not taken from there.`,
  );
  expect(ran(latestRun(root))).toEqual(["greet"]);
  expect(shouted(latestRun(root))).toBe("GOOD DAY ADA.!!!");
});

test("a damaged cache is none, and a run that was removed is no source", async () => {
  const cache = join(root, "runs", ".cache");
  for (const name of readdirSync(cache, { recursive: true, encoding: "utf8" }))
    if (name.endsWith(".json")) writeFileSync(join(cache, name), "{");
  const { directory, ...only } = await runOf();
  expect(ran({ directory, ...only })).toEqual(["greet", "shout", "count"]);

  rmSync(directory, { recursive: true });
  expect(ran(await runOf())).toEqual(["greet", "shout", "count"]);
});

test("a step that says cache: false always runs; what follows from equal outputs does not", async () => {
  edit("src/steps/greet.ts", "inputs:", "cache: false,\n  inputs:");
  expect(ran(await runOf())).toEqual(["greet"]);
  expect(ran(await runOf())).toEqual(["greet"]);
  expect(await why("greet")).toEqual([
    `greet ran in ${latestRun(root).run}, because the step says cache: false.`,
  ]);
});

test("why refuses a task that no run has", async () => {
  const { code, stderr } = await pipeline(root, ["why", "great"]);
  expect(code).toBe(2);
  expect(stderr).toBe(`Run ${latestRun(root).run} has no task "great". Did you mean "greet"?\n`);
});

test("a change of a file that is imported for its effects, or by a computed path, runs the steps that it may change", async () => {
  writeFileSync(join(root, "src/registry.ts"), "export const words = new Map<string, string>();\n");
  writeFileSync(
    join(root, "src/plugin.ts"),
    'import { words } from "./registry.js";\nwords.set("mark", "!");\n',
  );
  mkdirSync(join(root, "src/models"));
  writeFileSync(join(root, "src/models/plain.ts"), 'export const word = "one";\n');
  edit("src/main.ts", "import { shout }", 'import "./plugin.js";\nimport { shout }');
  edit(
    "src/steps/shout.ts",
    "run: ({ greeting, times }) =>",
    `run: async ({ greeting, times }) => [words, await import(\`../models/\${times > 0 ? "plain" : "other"}.ts\`)] &&`,
  );
  edit("src/steps/shout.ts", "export const", 'import { words } from "../registry.js";\nexport const');
  await runOf();
  expect(ran(await runOf())).not.toContain("shout");
  edit("src/plugin.ts", '"!"', '"?"');
  expect(ran(await runOf())).toContain("shout");
  edit("src/models/plain.ts", "one", "two");
  expect(ran(await runOf())).toContain("shout");
});
