import { spawnSync } from "node:child_process";
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { blocksOf } from "./markdown.js";
import { readPage } from "./pages.js";
import { copyProject, projectRoot } from "./project-copy.js";
import { runWithoutNpm } from "./run-command.js";
import { typeErrors } from "./type-errors.js";
import { typeIntoRepl } from "./type-into-repl.js";

const blocks = blocksOf(readPage("docs/how-to/explore.md"));
const scripts = blocks
  .filter(({ language }) => language === "ts")
  .map(({ text }) => ({ name: /^\/\/ (\S+)/.exec(text)?.[1] ?? "unnamed.ts", text }));
const python = findPython();
let project: string;

beforeAll(async () => {
  project = copyProject();
  for (const { name, text } of scripts) writeFileSync(join(project, name), text);
  const { stderr } = await runWithoutNpm("npm start", project);
  expect(stderr).not.toContain("failed");
}, 120_000);

afterAll(() => {
  rmSync(project, { recursive: true, force: true });
});

describe("the TypeScript scripts", () => {
  test.each(scripts)(
    "$name runs",
    async ({ name }) => {
      expect(await runWithoutNpm(`npx --no tsx ${name}`, project)).toMatchObject({ exitCode: 0 });
    },
    120_000,
  );

  test("compile", async () => {
    expect(
      await typeErrors(
        project,
        scripts.map(({ name }) => name),
      ),
    ).toBe("");
  }, 120_000);
});

test("the lines for the REPL run in the REPL", async () => {
  const lines = blocks.filter(({ language }) => language === "js").flatMap(({ text }) => text.split("\n"));
  const shown = await typeIntoRepl(
    lines.filter((line) => line !== ""),
    project,
  );
  expect(shown).not.toContain("Uncaught");
  expect(shown).toMatch(/\[\s*\d+,[\s\d.,]*\]/);
}, 120_000);

describe(python === undefined ? "pandas (skipped: no Python with pandas and pyarrow)" : "pandas", () => {
  test.skipIf(python === undefined)(
    "the notebook's cells run from top to bottom",
    async () => {
      const cells = blocks.filter(({ language }) => language === "python").map(({ text }) => text);
      writeFileSync(join(project, "cells.py"), cells.join("\n"));
      const { exitCode, stderr } = await runWithoutNpm(`"${python}" cells.py`, project);
      expect(stderr).toBe("");
      expect(exitCode).toBe(0);
    },
    120_000,
  );
});

/** A Python with pandas and pyarrow: PYTHON, the bench's virtual environment, or the system's. */
function findPython(): string | undefined {
  const needed =
    "import importlib.util as u, sys; sys.exit(not (u.find_spec('pandas') and u.find_spec('pyarrow')))";
  const benchPython = join(projectRoot, "bench", "python", ".venv", "bin", "python");
  return [process.env.PYTHON, existsSync(benchPython) ? benchPython : undefined, "python3"].find(
    (candidate) =>
      candidate !== undefined &&
      candidate !== "" &&
      spawnSync(candidate, ["-c", needed], { timeout: 20_000 }).status === 0,
  );
}
