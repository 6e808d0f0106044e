import { spawn } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { tempDir } from "../../../packages/workflow/test/cli/fixture-project.js";
import { type Started, watch } from "../../../packages/workflow/test/cli/program.js";
import { noTerminal, screenOf } from "../../../packages/workflow/test/cli/terminal.js";
import { createProgram, tarballs } from "./created-project.js";

if (noTerminal !== undefined) console.warn(`Skipped: ${noTerminal}.`);

/** Starts create-tiphys on a pseudo terminal. */
function startOnTerminal(folder: string, ...args: readonly string[]): Started & { type(keys: string): void } {
  const words = [process.execPath, createProgram(), ...args, "--packages", tarballs, "--no-install"];
  const command = words.map((word) => `'${word}'`).join(" ");
  const child = spawn("script", ["-qec", `stty cols 100 rows 40; exec ${command}`, "/dev/null"], {
    cwd: folder,
    env: { PATH: process.env.PATH, TERM: "xterm-256color", SHELL: "/bin/sh", LANG: "C.UTF-8" },
    stdio: ["pipe", "pipe", "pipe"],
  });
  return { ...watch(child, 60_000), type: (keys) => void child.stdin.write(keys) };
}

const rows = Array.from({ length: 60 }, (_, i) => `${i % 7 === 0 ? "" : i % 7},${i % 2 ? "yes" : "no"}`);

describe.skipIf(noTerminal !== undefined)("on a terminal", () => {
  test("what is missing is asked for, a wrong answer is asked again, and the project is made", async () => {
    const folder = tempDir();
    writeFileSync(join(folder, "given.csv"), `x,left\n${rows.join("\n")}\n`);
    const terminal = startOnTerminal(folder, "mine");

    await terminal.shows("Your CSV file");
    terminal.type("nothing.csv\r");
    await terminal.shows("nothing.csv does not exist");
    await vi.waitFor(
      () => expect(terminal.output().split("Your CSV file").length).toBeGreaterThan(3),
      10_000,
    );
    terminal.type("given.csv\r");
    await terminal.shows("The column to predict");
    terminal.type("\r");
    await terminal.shows("The positive class");
    terminal.type("\r");
    await terminal.shows("Empty cells");
    terminal.type("\r");
    await terminal.shows("The project's name");
    terminal.type("leavers\r");
    await terminal.shows("The image of its steps");
    terminal.type("\r");

    const { code, stdout } = await terminal.ended;
    expect(code, stdout).toBe(0);
    expect(screenOf(stdout).join("\n")).toContain(
      "leavers is in mine, and its image is ghcr.io/your-name/leavers.",
    );
    expect(readFileSync(join(folder, "mine/src/dataset.ts"), "utf8")).toContain('positiveClass = "yes"');
  });

  test("Ctrl-C at a question ends it with 130, and nothing is written", async () => {
    const folder = tempDir();
    const terminal = startOnTerminal(folder, "mine");

    await terminal.shows("Your CSV file");
    terminal.type("\u0003");

    const { code, stdout } = await terminal.ended;
    expect(code).toBe(130);
    expect(stdout).toContain("Cancelled. Nothing was written.");
    expect(readdirSync(folder)).toEqual([]);
  });
});
