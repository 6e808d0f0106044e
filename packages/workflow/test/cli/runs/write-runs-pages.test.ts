import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { writeRunsPages } from "../../../src/cli/runs/write-runs-pages.js";
import { defineWorkflow, UsageError } from "../../../src/index.js";
import { run } from "../../local/run.js";
import { give } from "../../local/steps.js";
import { tempDir } from "../../temp-dir.js";

const giving = defineWorkflow({
  name: "giving",
  parameters: { n: give.inputs.n },
  build: (dag, { n }) => ({ n: dag.task(give, { n }).n }),
});
const project = { workflows: [giving] } as const;
const printed = vi.spyOn(console, "log").mockImplementation(() => {});
afterEach(() => printed.mockClear());

async function someRuns(count: number): Promise<{ runs: string; names: string[] }> {
  const runs = join(tempDir(), "runs");
  const names: string[] = [];
  for (let n = 0; n < count; n++) names.push((await run(giving, { runs, parameters: { n } })).run);
  return { runs, names };
}

/** The values of the parameter that differs, in the order of the page's columns. */
function comparedIn(runs: string): string[] {
  const page = readFileSync(join(runs, "compare.html"), "utf8");
  return [...page.matchAll(/<code>n=(\d)<\/code>/g)].map(([, n = ""]) => n);
}

test("writes both pages and prints their paths; the newest four runs are compared, the oldest first", async () => {
  const { runs } = await someRuns(5);
  await writeRunsPages(project, [], { runs });
  expect(printed.mock.calls.flat().map((path) => /[\w-]+\.html$/.exec(path)?.[0])).toEqual([
    "index.html",
    "compare.html",
  ]);
  expect(readFileSync(join(runs, "index.html"), "utf8").match(/<th scope="row"/g)).toHaveLength(5);
  expect(comparedIn(runs)).toHaveLength(4);
});

test("compares the named runs, in their order", async () => {
  const { runs, names } = await someRuns(3);
  const [first = "", , third = ""] = names;
  await writeRunsPages(project, [third, first], { runs });
  expect(comparedIn(runs)).toEqual(["2", "0"]);
});

test("one run has no page of a comparison", async () => {
  const { runs } = await someRuns(1);
  await writeRunsPages(project, [], { runs });
  expect(existsSync(join(runs, "index.html"))).toBe(true);
  expect(existsSync(join(runs, "compare.html"))).toBe(false);
});

test("refuses one name, a name twice, nine names, and a run that is not there", async () => {
  const { runs, names } = await someRuns(2);
  const [first = "", second = ""] = names;
  for (const [given, message] of [
    [[first], "1 run named. Expected two to 8"],
    [[first, first], `The run ${first} is named twice.`],
    [Array<string>(9).fill(first), "9 runs named"],
    [[second, "nothing"], "nothing"],
  ] as const) {
    const refused = writeRunsPages(project, given, { runs });
    await expect(refused).rejects.toThrow(UsageError);
    await expect(refused).rejects.toThrow(message);
  }
  expect(existsSync(join(runs, "index.html"))).toBe(false);
});
