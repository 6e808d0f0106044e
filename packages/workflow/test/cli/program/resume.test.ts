import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { allTasks } from "../../../src/local/all-tasks.js";
import type { RunRecord } from "../../../src/local/run-record.js";
import { program, project } from "../fixture-project.js";
import { type Ended, latestRun, pipeline as run } from "../program.js";

const files = {
  "src/main.ts": program(`
import { existsSync } from "node:fs";
const draw = defineStep({
  name: "draw", cache: false, inputs: {}, outputs: { number: parameter(z.number()) },
  run: () => ({ number: Math.random() }),
});
const work = defineStep({
  name: "work", inputs: { n: parameter(z.int()), word: parameter(z.string()) }, outputs: { text: artifact(text) },
  run({ n, word }) {
    if (n === 3 && !existsSync("ready")) throw new UserError("not ready");
    return { text: word + n };
  },
});
const time = defineStep({
  name: "time", inputs: { text: artifact(text) }, outputs: { text: artifact(text), now: parameter(z.number()) },
  run: ({ text }) => ({ text, now: Date.now() }),
});
const inner = defineWorkflow({
  name: "inner", parameters: { word: parameter(z.string()) },
  build(dag, { word }) {
    return dag.task(time, { text: dag.task(work, { n: 1, word }).text });
  },
});
const outer = defineWorkflow({
  name: "outer", parameters: { word: parameter(z.string(), "a"), other: parameter(z.string(), "x") },
  build(dag, { word }) {
    const { number } = dag.task(draw, {});
    const { ok } = dag.approve({ name: "check", shows: { number }, fields: { ok: z.enum(["yes", "no"]) } });
    dag.map(work, [1, 2, 3, 4], (n) => ({ n, word }), { name: "items", when: ok.equals("yes") });
    const nested = dag.task(inner, { word }, { after: ["items"] });
    return { number, now: nested.now };
  },
});
await main({ workflows: [outer, inner] });
`),
};

const root = project(files);

// Each test runs several commands.
vi.setConfig({ testTimeout: 120_000 });

/** Runs a command with the cache, as a person does. */
function pipeline(root: string, args: readonly string[]): Promise<Ended> {
  return run(root, args, { env: { TIPHYS_CACHE: "" }, deadline: 60_000 });
}

/** Ids of the steps that ran; the others were taken, or did not get their turn. */
function ran({ tasks }: RunRecord): string[] {
  return allTasks(tasks)
    .filter(({ kind, phase, cached }) => kind === "step" && phase === "Succeeded" && cached === undefined)
    .map(({ id }) => id);
}

test("--resume goes on with a run that failed, with its inputs and what succeeded in it", async () => {
  const failed = await pipeline(root, [
    ...["run", "--parallelism", "1", "--set", "word=b", "--approve", "check.ok=yes"],
  ]);
  expect(failed.code).toBe(1);
  const first = latestRun(root);
  expect(ran(first)).toEqual(["draw", "items/0", "items/1"]);
  writeFileSync(join(root, "ready"), "");

  const resumed = await pipeline(root, ["run", "--resume", "--set", "other=y"]);

  const second = latestRun(root);
  expect(resumed).toMatchObject({ code: 0 });
  expect(second.resumedFrom).toBe(first.run);
  expect(second.inputs.parameters).toEqual({ word: "b", other: "y" });
  // Neither the number that says cache: false, nor the person's answer is asked for again.
  expect(ran(second)).toEqual(["items/2", "items/3", "inner/time"]);
  expect(second.outputs?.parameters.number).toBe(first.tasks[0]?.outputs?.parameters.number);
  expect(readFileSync(join(second.directory, "items", "0", "text.txt"), "utf8")).toBe("b1");
  expect(resumed.stderr).toContain("time: src/main.ts uses Date.now");
});

test("a run without --resume takes only what may be taken", async () => {
  const { code } = await pipeline(root, ["run", "--set", "word=b", "--approve", "check.ok=yes"]);
  expect(code).toBe(0);
  expect(ran(latestRun(root))).toEqual(["draw"]);
});

test("--resume refuses a newest run that has succeeded, and another workflow's", async () => {
  const { run } = latestRun(root);
  const newest = await pipeline(root, ["run", "--resume"]);
  expect(newest).toMatchObject({
    code: 2,
    stderr: `The newest run of outer, ${run}, has succeeded: there is nothing to resume. Name another: --resume RUN\n`,
  });
  const other = await pipeline(root, ["run", "inner", "--resume", run]);
  expect(other).toMatchObject({
    code: 2,
    stderr: `Run ${run} is of outer, not of inner: run outer --resume ${run}\n`,
  });
});

test("--resume refuses a run that runs on another machine", async () => {
  await pipeline(root, ["run", "--set", "word=h", "--approve", "check.ok=yes"]);
  const { run: name, directory } = latestRun(root);
  const path = join(directory, "run.json");
  const record = JSON.parse(readFileSync(path, "utf8"));
  writeFileSync(path, JSON.stringify({ ...record, phase: "Running", host: "gpu-7" }));
  const { code, stderr } = await pipeline(root, ["run", "--resume", name]);
  writeFileSync(path, JSON.stringify(record));
  expect(code).toBe(2);
  expect(stderr).toContain(`Run ${name} is still running on gpu-7, as far as is known here.`);
});

test("--from runs a task and what follows again; --until runs what a task needs", async () => {
  const given = ["--set", "word=b", "--approve", "check.ok=yes"];
  await pipeline(root, ["run", ...given, "--from", "items"]);
  const again = latestRun(root);
  expect(ran(again)).toEqual([
    "draw",
    "items/0",
    "items/1",
    "items/2",
    "items/3",
    "inner/work",
    "inner/time",
  ]);

  const { code, stdout } = await pipeline(root, ["run", ...given, "--until", "check"]);
  expect(code).toBe(0);
  expect(latestRun(root).tasks.map(({ phase }) => phase)).toEqual([
    "Succeeded",
    "Succeeded",
    "Skipped",
    "Skipped",
  ]);
  expect(stdout).toContain("not asked for");

  const unknown = await pipeline(root, ["run", "--until", "item"]);
  expect(unknown).toMatchObject({ code: 2 });
  expect(unknown.stderr).toContain('--until item: outer has no such task. Did you mean "items"?');
});

test("--verify-cache finds the step whose outputs differ although nothing has changed", async () => {
  const { code, stderr } = await pipeline(root, ["run", "inner", "--set", "word=b", "--verify-cache"]);

  expect(code).toBe(1);
  expect(stderr).toContain(
    "time is not pure: with the same code, inputs and parameters, now had other bytes in an earlier run. Make time depend on its inputs only, or let it say cache: false.",
  );
  expect(stderr).not.toContain("work is not pure");
});

test("--resume with --approve takes the new answer", async () => {
  const asking = project({
    "src/main.ts": program(`
const check = defineStep({
  name: "check", inputs: { answer: parameter(z.string()) }, outputs: { text: artifact(text) },
  run({ answer }) {
    if (answer === "no") throw new UserError("not approved");
    return { text: answer };
  },
});
const ask = defineWorkflow({
  name: "ask",
  build(dag) {
    const { answer } = dag.approve({ name: "question", fields: { answer: z.enum(["yes", "no"]) } });
    return dag.task(check, { answer });
  },
});
await main({ workflows: [ask] });
`),
  });
  expect(await pipeline(asking, ["run", "--approve", "question.answer=no"])).toMatchObject({ code: 1 });
  const resumed = await pipeline(asking, ["run", "--resume", "--approve", "question.answer=yes"]);
  expect(resumed).toMatchObject({ code: 0, stderr: "" });
});
