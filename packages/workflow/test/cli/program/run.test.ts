import { readFileSync, realpathSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, test } from "vitest";
import { runRecordSchema } from "../../../src/local/run-record.js";
import { tempDir, writeFiles } from "../fixture-project.js";
import { bin, latestRun, linesOf, pipeline, recordIn, start, treeIn } from "../program.js";
import { bundledSampleProject } from "./sample-project.js";

const root = await bundledSampleProject();

/** Runs a workflow with a runs directory of its own. */
async function run(...args: string[]) {
  const runs = tempDir();
  return { ...(await pipeline(root, ["run", ...args, "--runs", runs])), runs, latest: join(runs, "latest") };
}

test.concurrent("prints lines while it runs, then a tree, short texts, values and paths", async () => {
  const { code, stdout, stderr, runs, latest } = await run("plain");

  const name = recordIn(latest).run;
  const shown = relative(root, runs);
  expect(linesOf(stdout).map((line) => line.replace(/\d+(\.\d+)?m?s\b/, "‹time›"))).toEqual([
    `run ${name}`,
    "● greet",
    "  greet: greeting you",
    "✔ greet ‹time›",
    "● count",
    "✔ count ‹time›",
    "",
    "STEP        DURATION  MESSAGE",
    expect.stringMatching(/^✔ plain {5}‹time›$/),
    expect.stringMatching(/^ ├─✔ greet {2}‹time›$/),
    expect.stringMatching(/^ └─✔ count {2}‹time›$/),
    "",
    "hello you",
    "",
    "characters  10",
    "length      3.3333",
    `greeting    ${shown}/latest/greet/greeting.txt`,
    "",
    `Succeeded in ‹time›: ${shown}/${name}`,
    "",
  ]);
  expect(stderr).toBe("");
  expect(code).toBe(0);
});

test.concurrent(
  "runs the first workflow where none is named, and keeps it in the project's runs",
  async () => {
    const { code, stdout } = await pipeline(root, ["run", "--set", "times=2"]);

    expect(code).toBe(0);
    expect(stdout).toContain("greeting    runs/latest/greet/greeting.txt\n");
    expect(readFileSync(join(root, "runs/latest/greet/greeting.txt"), "utf8")).toBe("hello you\nhello you\n");
    expect(latestRun(root).inputs.parameters).toEqual({ name: "you", times: "2" });
  },
);

test.concurrent("shows a branch that was not taken as skipped", async () => {
  const { code, stdout } = await run("branches", "--set", "side=tails");

  expect(treeIn(stdout).slice(1)).toEqual([
    "✔ branches ‹time›",
    " ├─✔ flip ‹time›",
    " ├─○ on-heads            when: the condition does not hold",
    " └─✔ on-tails ‹time›",
  ]);
  expect(stdout).toContain("\nhello tails\n");
  expect(code).toBe(0);
});

test.concurrent("shows a map's iterations with their items", async () => {
  const { code, stdout } = await run("mapped", "--set", 'names=["ann","bo","chris"]');

  expect(treeIn(stdout).slice(1)).toEqual([
    "✔ mapped ‹time›",
    " ├─✔ list ‹time›",
    " ├─✔ greet ‹time›",
    " │ ├─✔ greet(0:ann) ‹time›",
    " │ ├─✔ greet(1:bo) ‹time›",
    " │ └─✔ greet(2:chris) ‹time›",
    " └─✔ total ‹time›",
  ]);
  expect(stdout).toContain("\nhello ann\nhello bo\nhello chris\n");
  expect(code).toBe(0);
});

test.concurrent("returns an empty list for a map over an empty list", async () => {
  const { code, latest } = await run("mapped", "--set", "names=[]");

  expect(code).toBe(0);
  expect(recordIn(latest).outputs?.parameters).toEqual({ total: "0" });
});

test.concurrent("runs no more steps at a time than --parallelism", async () => {
  const { latest } = await run("mapped", "--set", 'names=["a","b","c"]', "--parallelism", "1");

  const iterations = recordIn(latest).tasks.find(({ name }) => name === "greet")?.children ?? [];
  const times = iterations.flatMap(({ attempts = [] }) => attempts);
  const [first, second, third] = times.sort((a, b) => a.startedAt.localeCompare(b.startedAt));
  expect(times).toHaveLength(3);
  expect(String(second?.startedAt) >= String(first?.finishedAt)).toBe(true);
  expect(String(third?.startedAt) >= String(second?.finishedAt)).toBe(true);
});

test.concurrent("shows the tasks of a nested workflow", async () => {
  const { code, stdout } = await run("nested");

  expect(treeIn(stdout).slice(1)).toEqual([
    "✔ nested ‹time›",
    " └─✔ plain ‹time›",
    "   ├─✔ greet ‹time›",
    "   └─✔ count ‹time›",
  ]);
  expect(stdout).toContain("\ncharacters  12\n");
  expect(code).toBe(0);
});

test.concurrent("shows the rounds of a repetition", async () => {
  const { code, stdout } = await run("repeated", "--set", "n=4.5");

  expect(treeIn(stdout).slice(1)).toEqual([
    "✔ repeated ‹time›",
    " └─✔ halve ‹time›",
    "   ├─✔ halve(0) ‹time›",
    "   └─✔ halve(1) ‹time›",
  ]);
  expect(stdout).toContain("\nn  1.125\n");
  expect(code).toBe(0);
});

test.concurrent("shows retries", async () => {
  const { code, stdout } = await run("flaky");

  expect(stdout).toContain("  busy: attempt 1 failed: the server is busy; retry in 0 s\n");
  expect(treeIn(stdout).at(-1)).toBe(" └─✔ busy ‹time› after 1 retry");
  expect(code).toBe(0);
});

test.concurrent("prints only the record in run.json with --json", async () => {
  const { code, stdout, stderr, latest } = await run("nested", "--json");

  const record = runRecordSchema.parse(JSON.parse(stdout));
  expect(record.phase).toBe("Succeeded");
  expect(stdout).toBe(readFileSync(join(latest, "run.json"), "utf8"));
  expect(stderr).toBe("");
  expect(code).toBe(0);
});

test.concurrent("prints a failed run's record with --json, and the message on standard error", async () => {
  const { code, stdout, stderr } = await run("failing", "--json", "--set", "how=contract");

  expect(runRecordSchema.parse(JSON.parse(stdout)).phase).toBe("Failed");
  expect(stderr).toContain("break-down: The file is not as agreed.");
  expect(code).toBe(1);
});

test.concurrent("prints no escape codes into a pipe", async () => {
  const { stdout, stderr } = await run("failing");

  expect(stdout + stderr).not.toContain("\u001b");
});

test.concurrent("continues when nobody reads its output any longer", async () => {
  const runs = tempDir();
  const run = `"${process.execPath}" "${bin}" run plain --runs "${runs}"`;
  const { stdout, stderr } = await start(["/bin/sh", "-c", `(${run}; echo "code $?" >&2) | head -n 1`], {
    cwd: root,
  }).ended;

  expect(stdout).toMatch(/^run plain-\S+\n$/);
  expect(stderr).toBe("code 0\n");
  expect(recordIn(join(runs, "latest")).phase).toBe("Succeeded");
});

test.concurrent("stops with exit code 3 if nobody can be asked, and says how to answer", async () => {
  const { code, stdout, stderr, latest } = await run("review");

  expect(treeIn(stdout).slice(1)).toEqual([
    "ǁ review ‹time›",
    " ├─✔ greet ‹time›",
    " ├─ǁ sign-off ‹time› waits for a person: verdict, rate",
    " └─◷ later",
  ]);
  expect(linesOf(stderr)).toEqual([
    "",
    "sign-off waits for a person. Answer on a terminal, or run again with",
    "  --approve sign-off.verdict=…  one of: yes, no",
    "  --approve sign-off.rate=…  a number greater than 0 and less than 1, default 0.5",
    "",
  ]);
  expect(recordIn(latest).phase).toBe("Incomplete");
  expect(code).toBe(3);
});

test.concurrent("takes answers from --approve", async () => {
  const { code, stdout } = await run(
    "review",
    "--approve",
    "sign-off.verdict=yes",
    "--approve",
    "sign-off.rate=0.9",
  );

  expect(treeIn(stdout).slice(1)).toEqual([
    "✔ review ‹time›",
    " ├─✔ greet ‹time›",
    " ├─✔ sign-off ‹time› verdict=yes rate=0.9",
    " └─✔ later ‹time›",
  ]);
  expect(stdout).toContain("\nrate  0.9\n");
  expect(code).toBe(0);
});

test.concurrent("takes a field's default if --approve omits it", async () => {
  const { code, stdout } = await run("review", "--approve", "sign-off.verdict=no");

  expect(treeIn(stdout).slice(3)).toEqual([
    " ├─✔ sign-off ‹time› verdict=no rate=0.5",
    " └─○ later               when: the condition does not hold",
  ]);
  expect(code).toBe(0);
});

test.concurrent("resolves an artifact's path from the caller's directory", async () => {
  const elsewhere = join(root, "data");
  writeFiles(elsewhere, { "book.txt": "x" });
  const { code, stdout } = await pipeline(
    root,
    ["run", "reading", "--set", "title=x", "--set", "book=book.txt", "--runs", tempDir()],
    { cwd: elsewhere },
  );

  expect(stdout).toContain(`\npath  ${realpathSync(elsewhere)}/book.txt\n`);
  expect(code).toBe(0);
});

test.concurrent("takes the last value if a parameter is set twice", async () => {
  const { latest } = await run("plain", "--set", "name=a", "--set", "name=b=c");

  expect(recordIn(latest).inputs.parameters.name).toBe("b=c");
});
