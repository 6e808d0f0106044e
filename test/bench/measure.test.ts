import { expect, test } from "vitest";
import { type Candidate, compare } from "../../bench/compare.js";
import { measure } from "../../bench/measure.js";
import { markdownTable } from "../../bench/result-table.js";

const node = process.execPath;

test("the processor time and memory of a command include those of the processes that it starts", async () => {
  const busy = "const end = Date.now() + 300; while (Date.now() < end); Buffer.alloc(2e8, 1)";
  const nested = `require("node:child_process").execFileSync(process.execPath, ["-e", ${JSON.stringify(`${busy}; setTimeout(() => {}, 200)`)}])`;
  const { cpu, wall, peak } = await measure([node, "-e", nested], ".");
  expect(cpu).toBeGreaterThan(0.1);
  expect(wall).toBeGreaterThan(0.5);
  if (process.platform === "linux") expect(peak).toBeGreaterThan(2e8);
});

test("a command that fails is shown with its status and its last lines", async () => {
  const failing = measure([node, "-e", 'console.error("no space\\nleft"); process.exit(3)'], ".");
  await expect(failing).rejects.toThrow(/ended with status 3\. Its last lines:\nno space\nleft$/);
});

test("a command that measures itself counts with what it prints", async () => {
  const candidate = (name: string, cpu: number): Candidate => ({
    name,
    commands: [[node, "-e", `console.log(JSON.stringify({ cpu: ${cpu}, wall: 0.25 }))`]],
    measuresItself: true,
  });
  const results = await compare([candidate("ours", 0.5), candidate("theirs", 2)], 1, ".");
  expect(results.map(({ cpu, wall }) => [cpu, wall])).toEqual([
    [0.5, 0.25],
    [2, 0.25],
  ]);
  const rows = results.map((result) => ({ ...result, peak: 5e6 }));
  expect(markdownTable("Work", rows).split("\n").slice(2)).toEqual([
    "| ours | 0.50 | 0.25 | 5 | 1.00 |",
    "| theirs | 2.00 | 0.25 | 5 | 4.00 |",
  ]);
});
