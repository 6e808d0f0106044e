import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { commandsInOneProcess } from "../commands-in-one-process.js";
import { tempDir } from "../fixture-project.js";
import { pipeline } from "../program.js";
import { bundledSampleProject } from "./sample-project.js";

const root = await bundledSampleProject();

const refused: readonly [string[], string][] = [
  [["run", "--set", "times=5"], 'parameter "times": found 5, expected an integer at least 1 and at most 3.'],
  [
    ["run", "--set", "times=two"],
    'parameter "times": found "two", expected an integer at least 1 and at most 3.',
  ],
  [["run", "--set", "time=2"], 'plain has no parameter or artifact "time". Did you mean "times"?'],
  [["run", "--set", "zzz=2"], 'plain has no parameter or artifact "zzz". It has name, times.'],
  [["run", "--set", "toString=2"], 'plain has no parameter or artifact "toString". It has name, times.'],
  [["run", "--set", "times"], "--set times: expected --set name=value."],
  [["run", "reading"], 'parameter "title" has no default. Give it a value: --set title=…'],
  [["run", "reading", "--set", "title=x"], 'artifact "book" has no default. Give it a file: --set book=PATH'],
  [
    ["run", "reading", "--set", "title=x", "--set", "book=nope.txt"],
    `artifact "book": ${root}/nope.txt does not exist. Name another: --set book=PATH`,
  ],
  [["run", "plane"], 'There is no workflow "plane". Did you mean "plain"?'],
  [
    ["run", "plain", "--approve", "x=1"],
    "--approve x: nobody is asked for that. Nothing in this workflow waits for a person.",
  ],
  [
    ["run", "review", "--approve", "sign-off.verdict=maybe"],
    '--approve sign-off.verdict: found "maybe", expected one of: yes, no.',
  ],
  [
    ["run", "--parallelism", "0"],
    "error: option '--parallelism <n>' argument '0' is invalid. Expected a whole number from 1.",
  ],
  [["run", "--paralelism", "1"], "error: unknown option '--paralelism'\n(Did you mean --parallelism?)"],
  [
    ["run", "--isolated", "--image", "localhost/pipeline:1"],
    "error: option '--image <name>' cannot be used with option '--isolated'",
  ],
  [["runn"], "error: unknown command 'runn'\n(Did you mean one of run, runs?)"],
  [["worker"], "error: unknown command 'worker'"],
  [["help", "grap"], "error: unknown command 'grap'. Did you mean \"graph\"?"],
  [["help", "cron", "creat"], "error: unknown command 'creat'. Did you mean \"create\"?"],
  [["run", "plane", "--help"], 'There is no workflow "plane". Did you mean "plain"?'],
  [["describe", "gret"], 'There is no workflow or step "gret". Did you mean "greet"?'],
  [["graph", "plane"], 'There is no workflow "plane". Did you mean "plain"?'],
  [
    ["graph", "--format", "svg"],
    "error: option '--format <format>' argument 'svg' is invalid. Allowed choices are text, mermaid.",
  ],
];

const keptByNpm: readonly [string[], string, string, string][] = [
  [
    ["run", "times=2"],
    "start",
    "npm_config_set",
    "--set for itself. Put two hyphens before it: npm start -- --set …",
  ],
  [
    ["run", "plain", "times=2"],
    "example",
    "npm_config_set",
    "--set for itself. Put two hyphens before it: npm run example -- --set …",
  ],
  [
    ["graph", "mermaid"],
    "graph",
    "npm_config_format",
    "--format for itself. Put two hyphens before it: npm run graph -- --format …",
  ],
  [
    ["yaml"],
    "yaml",
    "npm_config_lint",
    "--no-lint for itself. Put two hyphens before it: npm run yaml -- --no-lint …",
  ],
  [
    ["cron", "create"],
    "cron",
    "npm_config_service_account",
    "--service-account for itself. Put two hyphens before it: npm run cron -- --service-account …",
  ],
];

const runs = join(tempDir(), "runs");
const withRuns = (args: readonly string[]): string[] =>
  args[0] === "run" ? [...args, "--runs", runs] : [...args];
const refusals = await commandsInOneProcess(
  root,
  refused.map(([args]) => ({ args: withRuns(args) })),
);
const npmRefusals = await commandsInOneProcess(
  root,
  keptByNpm.map(([args, script, name]) => ({ args, env: { npm_lifecycle_event: script, [name]: "true" } })),
);

test.each(refused.map((row, i) => [...row, refusals[i]] as const))(
  "refuses %j with exit code 2 and one message",
  (_args, message, ended) => {
    expect(ended?.stderr).toContain(message);
    expect(ended?.stderr.trimEnd().split("\n").length).toBeLessThanOrEqual(2);
    expect(ended).toMatchObject({ stdout: "", code: 2 });
  },
);

test("creates no runs directory where it refuses a run", () => {
  expect(existsSync(runs)).toBe(false);
});

test.each(keptByNpm.map((row, i) => [...row, npmRefusals[i]] as const))(
  "%j refuses what npm took for an option of its own",
  (_args, _script, _name, message, ended) => {
    expect(ended).toMatchObject({ stderr: `npm kept ${message}\n`, code: 2 });
  },
);

test("a run is not refused because npm tells the folder of its own cache", async () => {
  const env = { npm_lifecycle_event: "start", npm_config_cache: "/home/me/.npm" };
  const [ended] = await commandsInOneProcess(root, [{ args: ["run", "no-such-workflow"], env }]);
  expect(ended?.stderr).toContain('There is no workflow "no-such-workflow"');
});

test.concurrent.each([
  0,
  refused.findIndex(([args]) => args[0] === "runn"),
  refused.findIndex(([args]) => args.includes("--help")),
])("a process of its own is refused as one that refuses many (%i)", async (i) => {
  const [args = []] = refused[i] ?? [];

  expect(await pipeline(root, withRuns(args))).toEqual(refusals[i]);
});

test.concurrent("a process of its own refuses what npm took", async () => {
  const [args = [], script = "", name = ""] = keptByNpm[0] ?? [];
  const env = { npm_lifecycle_event: script, [name]: "true" };

  expect(await pipeline(root, args, { env })).toEqual(npmRefusals[0]);
});

test.concurrent("options set in npm's configuration are not refused", async () => {
  const env = { npm_lifecycle_event: "graph", npm_config_json: "true", npm_config_verbose: "true" };

  expect(await pipeline(root, ["graph"], { env })).toMatchObject({ code: 0 });
});

test.concurrent("reports where it looked for a project", async () => {
  const elsewhere = tempDir();
  const { code, stderr } = await pipeline(elsewhere, ["run"]);

  expect(stderr).toBe(
    `No project here: neither ${elsewhere} nor a directory above it contains package.json and src/main.ts.\n`,
  );
  expect(code).toBe(2);
});

test.concurrent("shows its help and exit code 2 without a command", async () => {
  const { code, stderr } = await pipeline(root, []);

  expect(stderr).toContain("Usage: tiphys [options] [command]");
  expect(code).toBe(2);
});

test.concurrent("shows help for the commands, the npm scripts and the exit codes", async () => {
  const { code, stdout } = await pipeline(root, ["--help"]);

  expect(stdout).toMatch(/^ {2}run \[options\] \[workflow\] +run a workflow on this machine$/m);
  expect(stdout).toMatch(/^ {2}npm start -- --help$/m);
  expect(stdout).toContain("Exit codes: 0 succeeded, 1 failed, 2 wrong usage, 3 incomplete");
  expect(code).toBe(0);
});

test.concurrent("shows help for the inputs of every workflow, with ranges and defaults", async () => {
  const { code, stdout } = await pipeline(root, ["run", "--help"]);

  expect(stdout).toContain(`What can be set in plain:
  --set name=…   a text, default you
  --set times=…  an integer at least 1 and at most 3, default 1

What can be set in reading:
  --set title=…    a text
  --set book=PATH  file (.txt)

What can be set in branches:
  --set side=…  one of: heads, tails, default heads
`);
  expect(stdout).toContain("flaky has nothing to set.\n");
  expect(stdout).not.toContain("[]");
  expect(stdout).not.toContain(root);
  expect(code).toBe(0);
});

test.concurrent("shows help for one named workflow", async () => {
  const { code, stdout } = await pipeline(root, ["run", "branches", "--help"]);

  expect(stdout.trimEnd().split("\n").slice(-2)).toEqual([
    "What can be set in branches:",
    "  --set side=…  one of: heads, tails, default heads",
  ]);
  expect(stdout).not.toContain("plain:");
  expect(code).toBe(0);
});

test.concurrent.each(["step", "describe", "graph"])("shows help for %s", async (command) => {
  const { code, stdout, stderr } = await pipeline(root, ["help", command]);

  expect(stdout).toMatch(new RegExp(`^Usage: tiphys ${command} `));
  expect(stderr).toBe("");
  expect(code).toBe(0);
});

test.concurrent("describes one workflow and draws it", async () => {
  const [described, drawn] = await Promise.all([
    pipeline(root, ["describe", "plain"]),
    pipeline(root, ["graph", "plain", "--format", "mermaid"]),
  ]);

  expect(described.stdout).toMatch(/^workflow plain\n {2}Greets and counts\.\n {2}inputs:\n/);
  expect(drawn.stdout).toBe('flowchart TD\n  t0["greet"]\n  t1["count"]\n  t0 -->|"greeting"| t1\n');
});
