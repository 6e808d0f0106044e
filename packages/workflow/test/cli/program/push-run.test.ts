import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { smallDisk } from "../../small-disk.js";
import { program, project, tempDir } from "../fixture-project.js";
import { pipeline, recordIn } from "../program.js";

const root = project({
  "src/main.ts": program(`
const make = defineStep({
  name: "make",
  inputs: { size: parameter(z.int()) },
  outputs: { out: artifact(text) },
  run: ({ size }) => ({ out: "x".repeat(size) }),
});
const work = defineWorkflow({
  name: "work",
  build(dag) {
    const small = dag.task(make, { size: 10 }, { name: "small" });
    const large = dag.task(make, { size: 200_000 }, { name: "large", after: ["small"] });
    return { small: small.out, large: large.out };
  },
});
await main({ workflows: [work] });
`),
});

test("reports what a full store lacks, and stores the rest on request", async ({ skip }) => {
  const store = smallDisk(100) ?? skip("no right to mount a small file system here");
  const runs = tempDir();

  const run = await pipeline(root, ["run", "--runs", runs, "--store", store]);

  const { run: name } = recordIn(join(runs, "latest"));
  expect(run.stdout).not.toContain("Stored in");
  expect(run.stderr).toMatch(/^Not stored: large: .*ENOSPC/);
  expect(run.stderr).toContain(
    `Not everything is stored in ${store}/${name}: of 2 artifacts and run.json, 1 is missing: large/out.txt\n` +
      "Store the rest: npx --no tiphys data push-run ",
  );
  expect(run.code).toBe(1);
  for (const directory of [join(runs, "latest"), join(store, name)])
    expect(recordIn(directory)).toMatchObject({ phase: "Succeeded", notStored: ["large/out.txt"] });

  spawnSync("mount", ["-o", "remount,size=1m", store]);
  const pushed = await pipeline(root, ["data", "push-run", "--runs", runs]);

  expect(pushed).toMatchObject({
    code: 0,
    stderr: "",
    stdout: `${name} → ${store}/${name} (1 artifact: large/out.txt)\n`,
  });
  expect(readFileSync(join(store, name, "large/out.txt"), "utf8")).toHaveLength(200_000);
  expect(recordIn(join(store, name)).notStored).toBeUndefined();
  expect(readFileSync(join(runs, "latest/run.json"))).toEqual(readFileSync(join(store, name, "run.json")));
  const again = await pipeline(root, ["data", "push-run", "latest", "--runs", runs]);
  expect(again.stdout).toBe(`${store}/${name} has all of run ${name}.\n`);
});

test("does not store an artifact that was changed after the run", async () => {
  const [runs, store] = [tempDir(), tempDir()];
  await pipeline(root, ["run", "--runs", runs, "--store", store]);
  const { run: name } = recordIn(join(runs, "latest"));
  spawnSync("rm", [join(store, name, "large/out.txt")]);
  writeFileSync(join(runs, "latest/large/out.txt"), "another");

  const { code, stderr } = await pipeline(root, ["data", "push-run", "--runs", runs]);

  expect(stderr).toMatch(/^large\/out\.txt was changed after it was written: .* Nothing was uploaded\.\n$/);
  expect(code).toBe(1);
  expect(existsSync(join(store, name, "large/out.txt"))).toBe(false);
});

test("refuses a run that was started without --store", async () => {
  const runs = tempDir();
  await pipeline(root, ["run", "--runs", runs]);

  const { code, stderr } = await pipeline(root, ["data", "push-run", "--runs", runs]);

  expect(stderr).toMatch(
    /^Run work-\S+ was not started with --store, so there is no store to push it to\.\n$/,
  );
  expect(code).toBe(2);
});

test("refuses a run that counts as running on another machine, and says what to do", async () => {
  const [runs, store] = [tempDir(), tempDir()];
  await pipeline(root, ["run", "--runs", runs, "--store", store]);
  const { run: name } = recordIn(join(runs, "latest"));
  const path = join(runs, name, "run.json");
  const record = JSON.parse(readFileSync(path, "utf8"));
  writeFileSync(path, JSON.stringify({ ...record, phase: "Running", host: "gpu-7" }));

  const { code, stderr } = await pipeline(root, ["data", "push-run", "--runs", runs]);

  expect(code).toBe(1);
  expect(stderr).toContain(`Run ${name} is still running on gpu-7, as far as is known here.`);
  expect(stderr).toContain(`\`runs remove --force ${name}\` removes it`);
});
