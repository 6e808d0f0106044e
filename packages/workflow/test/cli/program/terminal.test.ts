import { expect, test } from "vitest";
import { latestRun, pipeline, plainEnvironment, treeIn } from "../program.js";
import { noTerminal, screenOf, showsCursor, startOnTerminal } from "../terminal.js";
import { bundledSampleProject } from "./sample-project.js";

if (noTerminal !== undefined) console.warn(`Skipped: ${noTerminal}.`);

const root = await bundledSampleProject();

test("assumes an environment without variables for terminals", () => {
  expect(Object.keys(plainEnvironment())).not.toContain("CI");
});

test.skipIf(noTerminal).concurrent("draws a tree that moves, and leaves one behind", async () => {
  const { code, stdout } = await startOnTerminal(root, ["run", "plain"]).ended;

  const screen = screenOf(stdout);
  expect(stdout).toContain("\u001b[32m✔\u001b[39m plain");
  expect(stdout).toContain("\u001b[36m●\u001b[39m greet");
  expect(screen[0]).toBe("greet: greeting you");
  expect(treeIn(screen.join("\n")).slice(1)).toEqual([
    "✔ plain ‹time›",
    " ├─✔ greet ‹time›",
    " └─✔ count ‹time›",
  ]);
  expect(screen.filter((line) => line.startsWith("STEP "))).toHaveLength(1);
  expect(screen).toContain("hello you");
  expect(screen.at(-2)).toMatch(/^Succeeded in [\d.]+m?s: runs\/plain-/);
  expect(showsCursor(stdout)).toBe(true);
  expect(code).toBe(0);
});

test
  .skipIf(noTerminal)
  .concurrent("cuts messages to a narrow terminal and says them in full below", async () => {
    const { code, stdout } = await startOnTerminal(root, ["run", "failing"], { columns: 50 }).ended;

    const screen = screenOf(stdout);
    expect(screen).toContainEqual(expect.stringMatching(/^ ├─✖ break-down +\d+ms +Cannot read prop\w*…$/));
    expect(screen).toContain("break-down: Cannot read properties of undefined (reading 'property')");
    expect(code).toBe(1);
  });

test
  .skipIf(noTerminal)
  .concurrent("prints coloured lines on a terminal that does not tell its size", async () => {
    const { code, stdout } = await startOnTerminal(root, ["run", "failing"], { columns: 0 }).ended;

    expect(stdout).toContain("● greet\r\n  greet: greeting you\r\n");
    expect(screenOf(stdout)).toContainEqual(
      expect.stringMatching(
        /✖ break-down +\d+ms +Cannot read properties of undefined \(reading 'property'\)$/,
      ),
    );
    expect(code).toBe(1);
  });

test.skipIf(noTerminal).concurrent.each([[{ NO_COLOR: "1" }], [{ CI: "true" }], [{ TERM: "dumb" }]])(
  "prints plain lines on a terminal with %j",
  async (env) => {
    const { code, stdout } = await startOnTerminal(root, ["run", "plain"], { env }).ended;

    expect(stdout).not.toContain("\u001b");
    expect(stdout).toContain("● greet\r\n  greet: greeting you\r\n✔ greet");
    expect(code).toBe(0);
  },
);

test
  .skipIf(noTerminal)
  .concurrent("Ctrl-C ends a run within a second, with its tree and the cursor", { retry: 2 }, async () => {
    const { ended, shows, type } = startOnTerminal(root, ["run", "blocking"]);
    await shows("blocks in process ");
    const begin = performance.now();

    type("\u0003");

    const { code, stdout } = await ended;
    expect(performance.now() - begin).toBeLessThan(1000);
    expect(treeIn(screenOf(stdout).join("\n")).slice(1)).toEqual([
      "⚠ blocking ‹time›",
      " ├─⚠ block ‹time› stopped",
      " └─○ halve            omitted",
    ]);
    expect(showsCursor(stdout)).toBe(true);
    expect(code).toBe(130);
  });

test
  .skipIf(noTerminal)
  .concurrent("shows the cursor again where the run cannot be brought to its end", async () => {
    const { code, stdout } = await startOnTerminal(root, ["run", "vanishing"]).ended;

    expect(screenOf(stdout)).toContainEqual(
      expect.stringMatching(/run\.json cannot be read or written: ENOENT: no such file or directory/),
    );
    expect(showsCursor(stdout)).toBe(true);
    expect(code).toBe(1);
  });

test.skipIf(noTerminal)(
  "asks a person, again after a wrong answer, and goes on with the answers",
  async () => {
    const { ended, shows, type, output } = startOnTerminal(root, ["run", "review"]);
    const verdict = "  verdict (one of: yes, no): ";
    const rate = "  rate (a number greater than 0 and less than 1) [0.5]: ";

    await shows(verdict);
    const asked = screenOf(output());
    const cursor = showsCursor(output());
    type("maybe\r");
    await shows('verdict: found "maybe", expected one of: yes, no.');
    type("yes\r");
    await shows(rate);
    type("\r");

    const { code, stdout } = await ended;
    const run = latestRun(root);
    expect(asked).toEqual([
      "greet: greeting you",
      "",
      "sign-off: Is the greeting good enough?",
      "  length: 3.3333333333333335",
      `  greeting: runs/${run.run}/greet/greeting.txt`,
      verdict.trimEnd(),
    ]);
    expect(cursor).toBe(true);
    expect(screenOf(stdout)).toContain('  verdict: found "maybe", expected one of: yes, no.');
    expect(treeIn(screenOf(stdout).join("\n")).slice(2)).toEqual([
      " ├─✔ greet ‹time›",
      " ├─✔ sign-off ‹time› verdict=yes rate=0.5",
      " └─✔ later ‹time›",
    ]);
    expect(code).toBe(0);
  },
);

test.skipIf(noTerminal)("input typed before the question is not an answer", async () => {
  const { ended, shows, type, output } = startOnTerminal(root, ["run", "review"]);
  // A whole line, and the beginning of one.
  type("no\rma");
  await shows("  verdict (one of: yes, no): ");
  type("yes\r");
  await shows("  rate (a number greater than 0 and less than 1) [0.5]: ");
  expect(output()).not.toContain("expected one of");
  type("\r");

  const { code, stdout } = await ended;
  expect(treeIn(screenOf(stdout).join("\n"))).toContain(" ├─✔ sign-off ‹time› verdict=yes rate=0.5");
  expect(code).toBe(0);
});

test.skipIf(noTerminal).each([
  ["Ctrl-D", "\u0004", 3, "Incomplete"],
  ["Ctrl-C", "\u0003", 130, "Interrupted"],
])("%s instead of an answer ends the run with exit code %#", async (_name, key, exitCode, phase) => {
  const { ended, shows, type } = startOnTerminal(root, ["run", "review"]);
  await shows("  verdict (one of: yes, no): ");

  type(key);

  const { code, stdout } = await ended;
  expect(screenOf(stdout)).toContainEqual(expect.stringMatching(new RegExp(`^${phase} in `)));
  expect(showsCursor(stdout)).toBe(true);
  expect(code).toBe(exitCode);
});

test.concurrent("does not ask if standard input is not a terminal", async () => {
  const { code } = await pipeline(root, ["run", "review"], { closeStdin: true });

  expect(code).toBe(3);
});
