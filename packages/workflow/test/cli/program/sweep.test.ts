import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { program, project, tempDir } from "../fixture-project.js";
import { linesOf, pipeline, recordIn } from "../program.js";

const root = project({
  "src/main.ts": program(`
const fit = defineStep({
  name: "fit",
  inputs: { rate: parameter(z.number()), kind: parameter(z.enum(["a", "b", "bad"])), sizes: parameter(z.array(z.int())) },
  outputs: { score: metric("maximize") },
  run({ rate, kind, sizes }) {
    if (kind === "bad") throw new UserError("it is bad");
    return { score: rate * 10 + sizes.length };
  },
});
const train = defineWorkflow({
  name: "train",
  parameters: {
    rate: parameter(z.number().gt(0), 1),
    kind: parameter(z.enum(["a", "b", "bad"]), "a"),
    sizes: parameter(z.array(z.int()), []),
  },
  build: (dag, inputs) => dag.task(fit, inputs),
});
const read = defineStep({
  name: "read",
  inputs: { page: artifact(text) },
  outputs: { length: parameter(z.int()) },
  run: ({ page }) => ({ length: page.length }),
});
const reading = defineWorkflow({
  name: "reading",
  artifacts: { page: inputArtifact(text, { path: "package.json" }) },
  build: (dag, inputs) => dag.task(read, inputs),
});
await main({ workflows: [train, reading] });
`).replace("json, optional", "json, metric, optional"),
});

async function sweep(...args: string[]) {
  const runs = tempDir();
  const ended = await pipeline(root, ["run", ...args, "--runs", runs]);
  const names = readdirSync(runs).filter((name) => /^(train|reading)-/.test(name));
  return { ...ended, names, inputs: names.map((name) => recordIn(join(runs, name)).inputs.parameters) };
}

/** The rows of the table at the end, without times and names of runs. */
function tableIn(stdout: string): string[][] {
  const lines = linesOf(stdout);
  const begin = lines.lastIndexOf("", lines.length - 2);
  return lines.slice(begin + 1, -1).map((line) => line.trim().split(/\s+/));
}

test("runs the product of the values, each as a run of its own, and shows them in one table", async () => {
  const { code, stdout, stderr, inputs } = await sweep(
    "--sweep",
    "rate=0.5,2",
    "--sweep",
    "kind=a,b",
    "--set",
    "sizes=[1]",
    "--parallelism",
    "2",
  );

  expect([code, stderr]).toEqual([0, ""]);
  expect(inputs.map(({ rate, kind, sizes }) => `${rate} ${kind} ${sizes}`).sort()).toEqual([
    "0.5 a [1]",
    "0.5 b [1]",
    "2 a [1]",
    "2 b [1]",
  ]);
  const [heading, ...rows] = tableIn(stdout);
  expect(heading).toEqual(["rate", "kind", "score", "PHASE", "DURATION", "RUN"]);
  expect(rows.map((cells) => cells.slice(0, 4).join(" "))).toEqual([
    "0.5 a 6 Succeeded",
    "0.5 b 6 Succeeded",
    "2 a 21 Succeeded",
    "2 b 21 Succeeded",
  ]);
  expect(linesOf(stdout)[0]).toBe("4 runs of train");
});

test("does not divide a value at commas in brackets of any kind", async () => {
  const { code, stderr } = await sweep("--sweep", "kind=cost(a,b),a");

  expect(code).toBe(2);
  expect(stderr).toContain("cost(a,b)");
});

test("gives numbers as numbers with --json, and nothing else", async () => {
  const { stdout } = await sweep("--sweep", "sizes=[1,2],[]", "--json");

  expect(JSON.parse(stdout)).toMatchObject([
    { phase: "Succeeded", parameters: { rate: 1, kind: "a", sizes: [1, 2] }, metrics: { score: 12 } },
    { phase: "Succeeded", parameters: { rate: 1, kind: "a", sizes: [] }, metrics: { score: 10 } },
  ]);
});

test("ends with the worst exit code, after all runs", async () => {
  const { code, stdout, stderr, names } = await sweep("--sweep", "kind=bad,a,b");

  expect(code).toBe(1);
  expect(names).toHaveLength(3);
  expect(stderr).toMatch(/^\nRun train-\S+:\n\nfit: it is bad\n$/);
  expect(
    tableIn(stdout)
      .slice(1)
      .map((cells) => cells.slice(0, 3)),
  ).toEqual([
    ["bad", "Failed", expect.any(String)],
    ["a", "10", "Succeeded"],
    ["b", "10", "Succeeded"],
  ]);
});

test.each([
  [
    ["--sweep", "rat=1"],
    '--sweep rat: train has no parameter or artifact of this name. Did you mean "rate"?',
  ],
  [["--sweep", "rate=1,-1"], 'parameter "rate": found -1, expected a number greater than 0.'],
  [["--sweep", "rate=1,"], 'parameter "rate": found "", expected a number greater than 0.'],
  [["--sweep", "rate=1,1.0"], "--sweep rate: the value 1 is given twice."],
  [["--sweep", "rate=1", "--sweep", "rate=2"], "--sweep rate: it is given twice. Put all values into one."],
  [["--sweep", "rate=1", "--set", "rate=2"], "rate is in --set and in --sweep. Leave one out."],
])("refuses %j before anything runs", async (args, message) => {
  const { code, stderr, names } = await sweep(...args);

  expect({ code, stderr, names }).toEqual({ code: 2, stderr: `${message}\n`, names: [] });
});

test("a point whose input cannot be read ends the sweep after the others, with its message", async () => {
  const { code, stdout, stderr, names } = await sweep("reading", "--sweep", "page=package.json,nowhere.txt");

  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining("nowhere.txt") });
  expect(stdout).toContain("page=package.json");
  expect(names).toHaveLength(1);
});
