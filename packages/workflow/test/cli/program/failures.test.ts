import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { tempDir } from "../fixture-project.js";
import { latestRun, linesOf, pipeline, recordIn, startPipeline, treeIn } from "../program.js";
import { bundledSampleProject, sampleMain } from "./sample-project.js";

const root = await bundledSampleProject();

async function run(...args: string[]) {
  const runs = tempDir();
  const ended = await pipeline(root, ["run", ...args, "--runs", runs]);
  return { ...ended, record: recordIn(join(runs, "latest")) };
}

test.concurrent(
  "shows which step failed and why, omits what comes later, and runs the exit handler",
  async () => {
    const { code, stdout, stderr, record } = await run(
      "failing",
      "--set",
      "how=user-error",
      "--parallelism",
      "1",
    );

    expect(treeIn(stdout).slice(1)).toEqual([
      "✖ failing ‹time› child 'break-down' failed",
      " ├─✔ greet ‹time›",
      " ├─✖ break-down ‹time› The file is not there.",
      " └─○ after-it              omitted",
      "✔ onExit",
      " └─✔ tell ‹time›",
    ]);
    expect(stdout).toContain("  onExit/tell: it has Failed\n");
    expect(stderr).toBe("\nbreak-down: The file is not there.\nPut it there.\n");
    expect(record.phase).toBe("Failed");
    expect(code).toBe(1);
  },
);

test.concurrent("shows the origin of a bug in the project's own files with --verbose", async () => {
  const { code, stderr, record } = await run("failing", "--verbose");

  const [, message, error, first] = linesOf(stderr);
  expect(message).toBe("break-down: Cannot read properties of undefined (reading 'property')");
  expect(error).toBe("TypeError: Cannot read properties of undefined (reading 'property')");
  expect(first).toMatch(new RegExp(`^ +at run \\(${root}/src/main\\.ts:\\d+:\\d+\\)$`));
  expect(record.tasks[1]?.stack).toContain("src/main.ts");
  expect(code).toBe(1);
});

test.concurrent.each<[string, string[]]>([
  ["in a worker", []],
  ["in a process of its own", ["--isolated"]],
])("shows the project's file and line of a bug at once, %s", async (_, options) => {
  const { stderr, record } = await run("failing", ...options);

  const line = sampleMain.split("\n").findIndex((text) => text.includes("undefined.property")) + 1;
  const column = (sampleMain.split("\n")[line - 1] ?? "").indexOf("property") + 1;
  const at = `src/main.ts:${line}:${column}`;
  expect(linesOf(stderr)).toEqual([
    "",
    "break-down: Cannot read properties of undefined (reading 'property')",
    `at ${at}`,
    "(Run again with --verbose to see the whole stack.)",
    "",
  ]);
  expect(record.tasks[1]).toMatchObject({ phase: "Failed", at });
  expect(record.tasks[1]?.stack).toMatch(
    new RegExp(`^TypeError: Cannot read .*\\n +at (Object\\.)?run \\(${root}/${at}\\)`),
  );
  const log = readFileSync(join(record.directory, "break-down/log.txt"), "utf8");
  expect(log).toContain(" attempt 1 failed with exit code 1: Cannot read properties of undefined");
  expect(log).toContain(`${root}/${at}`);
});

test.concurrent.each<[string, string]>([
  ["TypeError", "break-down: Cannot read properties of undefined (reading 'property')"],
  ["contract", "break-down: The file is not as agreed."],
  ["text", "break-down: just a text"],
  ["exit", "break-down: its worker process ended with exit code 7"],
  ["nothing", 'break-down: the step did not return its output "n".'],
  ["surplus", 'break-down: the step returned "m", which is not one of its outputs.'],
  ["shape", 'break-down: output "n": found "one", expected a number.'],
])("says what a step did wrong that ends with %s, without a stack", async (how, message) => {
  const { code, stdout, stderr } = await run("failing", "--set", `how=${how}`);

  expect(linesOf(stderr)[1]).toBe(message);
  expect(stdout + stderr).not.toMatch(/^\s+at /m);
  expect(treeIn(stdout)[4]).toBe(" └─○ after-it              omitted");
  expect(code).toBe(1);
});

test.concurrent.each<[string, string]>([
  ["user-error", "The file is not there."],
  ["contract", "The file is not as agreed. (exit code 65)"],
  ["text", "just a text"],
  ["exit", "exit code 7"],
  ["TypeError", "Cannot read properties of undefined (reading 'property')"],
])("gives the same message in a process of its own for %s", async (how, message) => {
  const { code, stdout } = await run("failing", "--isolated", "--set", `how=${how}`);

  expect(treeIn(stdout)[3]).toBe(` ├─✖ break-down ‹time› ${message}`);
  expect(code).toBe(1);
});

test.concurrent("refuses an artifact that was changed between two steps", async () => {
  const { code, stdout, record } = await run("tampered");

  expect(treeIn(stdout)[4]).toMatch(
    /^ └─✖ count-file ‹time› input "book" \(.*\/write\/book\.txt\) was changed after it was written: found SHA-256 \w{12}…, expected \w{12}…\. /,
  );
  expect(record.phase).toBe("Failed");
  expect(code).toBe(1);
});

test.concurrent.each([[[]], [["--isolated"]]])(
  "reports a step whose process is killed from outside (%j)",
  async (options) => {
    const runs = tempDir();
    const { ended, shows, output } = startPipeline(root, ["run", "blocking", "--runs", runs, ...options]);
    await shows("blocks in process ");
    const pid = Number(/blocks in process (\d+)/.exec(output())?.[1]);

    process.kill(pid, "SIGKILL");

    const { code, stdout } = await ended;
    expect(treeIn(stdout).slice(1)).toEqual([
      "✖ blocking ‹time› child 'block' failed",
      expect.stringMatching(/^ ├─⚠ block ‹time› its (worker )?process was ended by SIGKILL$/),
      " └─○ halve            omitted",
    ]);
    expect(recordIn(join(runs, "latest")).phase).toBe("Failed");
    expect(code).toBe(1);
  },
);

test.concurrent("reports in one message that the run's own directory is gone", async () => {
  const { code, stdout, stderr } = await pipeline(root, ["run", "vanishing"]);

  expect(stdout).toContain("✖ remove-run");
  expect(stderr).toMatch(
    /^\S+\/run\.json cannot be read or written: ENOENT: .* The run had ended as Failed; the steps' outputs are in \S+, but run\.json does not say so\.\n/,
  );
  expect(code).toBe(1);
  expect(() => latestRun(root)).toThrow("ENOENT");
});
