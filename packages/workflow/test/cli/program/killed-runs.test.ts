import { readdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { program, project, tempDir } from "../fixture-project.js";
import { pipeline, recordIn, startPipeline } from "../program.js";
import { faultsIn, randomNumbers } from "../torn-runs.js";

/** How many runs are killed; `npm run test:large` kills more. Use 1,000 after a change to the tested code. */
const kills = Number(process.env.KILLED_RUNS ?? 10);

const root = project({
  "src/main.ts": program(`
const make = defineStep({
  name: "make",
  inputs: { seed: parameter(z.int(), 0) },
  outputs: { a: artifact(text), n: parameter(z.int()) },
  run: ({ seed }) => ({ a: "a".repeat(200_000) + seed, n: seed }),
});
const list = defineStep({
  name: "list",
  inputs: {},
  outputs: { parts: artifactList(text) },
  run: () => ({ parts: ["x", "y"].map((each) => each.repeat(50_000)) }),
});
const glue = defineStep({
  name: "glue",
  inputs: { parts: artifactList(text) },
  outputs: { all: artifact(text) },
  run: ({ parts }) => ({ all: parts.join("") }),
});
const work = defineWorkflow({
  name: "work",
  build(dag) {
    const each = dag.map(make, [1, 2, 3, 4], (seed) => ({ seed }));
    const first = dag.task(glue, { parts: each.a });
    const again = dag.task(list, {}, { after: ["glue"] });
    const last = dag.task(glue, { parts: again.parts }, { name: "last" });
    return { all: first.all, last: last.all };
  },
});
await main({ workflows: [work] });
`),
});

test(
  `leaves nothing torn and no false success where runs are killed at random moments (${kills})`,
  async () => {
    const runs = tempDir();
    await pipeline(root, ["describe"]);
    const begun = performance.now();
    await pipeline(root, ["run", "--runs", runs]);
    const whole = performance.now() - begun;
    const random = randomNumbers(20_260_301);
    for (let i = 0; i < kills; i++) {
      const { child, ended } = startPipeline(root, ["run", "--runs", runs]);
      await sleep(random.next().value * whole * 1.1);
      child.kill("SIGKILL");
      await ended;
    }

    const { code, stderr } = await pipeline(root, ["run", "--runs", runs]);

    const directories = readdirSync(runs).filter((name) => name.startsWith("work-"));
    const faults = await Promise.all(directories.map((name) => faultsIn(join(runs, name))));
    expect(faults.flat()).toEqual([]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(recordIn(join(runs, "latest")).phase).toBe("Succeeded");
  },
  60_000 + kills * 10_000,
);
