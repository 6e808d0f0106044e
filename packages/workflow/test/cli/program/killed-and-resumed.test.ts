import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import type { RunRecord, TaskRecord } from "../../../src/local/run-record.js";
import { program, project, tempDir } from "../fixture-project.js";
import { pipeline, recordIn, startPipeline } from "../program.js";
import { faultsIn, leaves, randomNumbers } from "../torn-runs.js";

/** How many runs of each workflow are killed; `npm run test:large` kills more. Use 100 after a change to the tested code. */
const kills = Number(process.env.KILLED_RESUMES ?? 4);

/** Kills before a run may end. */
const killsOfChain = 4;

/** The pipeline of this repository. */
const template = fileURLToPath(new URL("../../../../..", import.meta.url));

const fixture = project({
  "src/main.ts": program(`
const make = defineStep({
  name: "make",
  inputs: { seed: parameter(z.int(), 0) },
  outputs: { a: artifact(text), n: parameter(z.int()) },
  run: ({ seed }) => ({ a: "a".repeat(200_000) + seed, n: seed }),
});
const glue = defineStep({
  name: "glue",
  inputs: { parts: artifactList(text) },
  outputs: { parts: artifactList(text), all: artifact(text) },
  run: ({ parts }) => ({ parts, all: parts.join("") }),
});
const addOne = defineStep({
  name: "add-one",
  inputs: { page: artifact(text), n: parameter(z.int()) },
  outputs: { page: artifact(text), n: parameter(z.int()) },
  run: ({ page, n }) => ({ page: page + n, n: n + 1 }),
});
const items = defineWorkflow({
  name: "items",
  build(dag) {
    const each = dag.map(make, Array.from({ length: 20 }, (_, i) => i), (seed) => ({ seed }));
    return { all: dag.task(glue, { parts: each.a }).all };
  },
});
const inner = defineWorkflow({
  name: "inner",
  parameters: { seed: parameter(z.int()) },
  build(dag, { seed }) {
    const { a, n } = dag.task(make, { seed });
    const last = dag.repeat(addOne, { page: a, n }, {
      next: (round) => ({ page: round.page, n: round.n }), until: ({ n }) => n.atLeast(13), maxRounds: 9,
    });
    return { page: last.page };
  },
});
const nested = defineWorkflow({
  name: "nested",
  build(dag) {
    const first = dag.task(inner, { seed: 10 });
    const each = dag.map(inner, [8, 9, 11], (seed) => ({ seed }), { name: "others", after: ["inner"] });
    return { first: first.page, all: dag.task(glue, { parts: each.page }).all };
  },
});
await main({ workflows: [items, nested] });
`),
});

const options = { env: { TIPHYS_CACHE: "" }, deadline: 60_000 };

/** Names of the runs that have a record, in the order of their start. */
function runsIn(directory: string): string[] {
  return readdirSync(directory)
    .filter((name) => name !== "latest" && existsSync(join(directory, name, "run.json")))
    .map((name) => recordIn(join(directory, name)))
    .sort((a, b) => a.startedAt.localeCompare(b.startedAt))
    .map(({ run }) => run);
}

/** What the steps of a run wrote, by task. */
function outputsOf({ tasks }: RunRecord): unknown {
  return leaves(tasks).map(({ id, outputs }) => [
    id,
    outputs?.parameters,
    Object.entries(outputs?.artifacts ?? {}).map(([name, found]) => [
      name,
      [found].flat().map(({ sha256 }) => sha256),
    ]),
  ]);
}

/** Ids of tasks that have run, or begun to, although they had succeeded in the run that was resumed. */
function repeated(runs: string, record: RunRecord): string[] {
  if (record.resumedFrom === undefined) return [];
  const before = new Map(
    leaves(recordIn(join(runs, record.resumedFrom)).tasks).map((task) => [task.id, task]),
  );
  const began = ({ phase, cached }: TaskRecord): boolean =>
    cached === undefined && ["Running", "Succeeded", "Failed", "Error"].includes(phase);
  return leaves(record.tasks)
    .filter((task) => before.get(task.id)?.phase === "Succeeded" && began(task))
    .map(({ id }) => id);
}

/** Kills a run at a random moment, or when a random task has ended. */
async function killed(
  root: string,
  args: readonly string[],
  whole: number,
  random: Generator<number, never>,
) {
  const { child, ended, output } = startPipeline(root, args, options);
  const atEndOfTask = random.next().value < 0.5;
  const ends = 1 + Math.floor(random.next().value * 6);
  const moment = performance.now() + random.next().value * whole;
  let over = false;
  void ended.then(() => {
    over = true;
  });
  const isTime = (): boolean =>
    atEndOfTask ? (output().match(/^✔/gm) ?? []).length >= ends : performance.now() > moment;
  while (!over && !isTime()) await sleep(5);
  child.kill("SIGKILL");
  return ended;
}

test.each([
  ["the template's pipeline", template, "model-training-pipeline"],
  ["a map of 20", fixture, "items"],
  ["nested workflows with a repetition", fixture, "nested"],
])(
  `--resume after kill −9 gives the bytes of an undisturbed run: %s (${kills} kills)`,
  async (_, root, workflow) => {
    const undisturbed = tempDir();
    await pipeline(root, ["describe"], options);
    const begun = performance.now();
    const first = await pipeline(root, ["run", workflow, "--runs", undisturbed], options);
    const whole = performance.now() - begun;
    expect(first).toMatchObject({ code: 0, stderr: "" });
    const expected = outputsOf(recordIn(join(undisturbed, "latest")));
    const random = randomNumbers(20_261_130);
    for (let done = 0; done < kills; ) {
      const runs = tempDir();
      const args = (): string[] => [
        "run",
        workflow,
        "--runs",
        runs,
        ...(runsIn(runs).length > 0 ? ["--resume"] : []),
      ];
      const hasSucceeded = (): boolean => {
        const [newest] = runsIn(runs).slice(-1);
        return newest !== undefined && recordIn(join(runs, newest)).phase === "Succeeded";
      };
      for (let i = 0; i < killsOfChain && done < kills && !hasSucceeded(); i++, done++) {
        await killed(root, args(), whole, random);
      }
      if (!hasSucceeded()) expect(await pipeline(root, args(), options)).toMatchObject({ code: 0 });
      const records = runsIn(runs).map((run) => recordIn(join(runs, run)));
      const [ended] = records.slice(-1);
      expect(ended).toMatchObject({ phase: "Succeeded" });
      expect(ended && outputsOf(ended)).toEqual(expected);
      expect(records.flatMap((record) => repeated(runs, record))).toEqual([]);
      const faults = await Promise.all(records.map(({ run }) => faultsIn(join(runs, run))));
      expect(faults.flat()).toEqual([]);
    }
  },
  120_000 + kills * 15_000,
);
