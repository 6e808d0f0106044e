import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { tempDir } from "../../../packages/workflow/test/cli/fixture-project.js";
import { start } from "../../../packages/workflow/test/cli/program.js";
import { create, createProgram, tarballs } from "./created-project.js";

const numbers = Array.from({ length: 50 }, (_, i) => `${i % 7},${i * 1.5}`).join("\n");
const classes = Array.from({ length: 60 }, (_, i) => `${i % 7},${["a", "b", "c"][i % 3]}`).join("\n");
const gaps = Array.from({ length: 60 }, (_, i) => `${i % 7 === 0 ? "" : i % 7},${i % 2}`).join("\n");
const files = ["given.csv"];

test.each<[string, string, readonly string[], string]>([
  ["a regression", `x,y\n${numbers}`, [], 'The target "y" has 50 different numbers: that is a regression.'],
  [
    "three classes",
    `x,y\n${classes}`,
    [],
    'The target "y" has 3 classes: "a" (20 rows), "b" (20 rows), "c" (20 rows).',
  ],
  ["no such target", `x,z\n${gaps}`, [], 'There is no column "y" in'],
  [
    "empty cells that are not allowed",
    `x,y\n${gaps}`,
    ["--missing", "refuse"],
    "but these columns have some: x (9).",
  ],
  [
    "no such class",
    `x,y\n${gaps}`,
    ["--positive", "yes"],
    '"yes" is not a class of "y". Its classes are "0" and "1".',
  ],
  ["a name that no workflow can have", `x,y\n${gaps}`, ["--name", "Größe"], 'such as "grosse"'],
  ["a file without rows", "x,y\n", [], "has no rows"],
])("%s is refused, and nothing is left", async (_what, text, options, sentence) => {
  const folder = tempDir();
  writeFileSync(join(folder, "given.csv"), text);

  const ended = await create(folder, ["mine", "--data", "given.csv", "--target", "y", ...options]);

  expect(ended.stderr).toContain(sentence);
  expect(ended.stderr).not.toContain("    at ");
  expect([1, 2]).toContain(ended.code);
  expect(readdirSync(folder)).toEqual(files);
});

test("a folder that is not empty is refused, and left as it is", async () => {
  const folder = tempDir();
  mkdirSync(join(folder, "mine"));
  writeFileSync(join(folder, "mine/a.txt"), "mine");

  expect(await create(folder, ["mine", "--yes"])).toMatchObject({
    code: 2,
    stderr: `${join(folder, "mine")} is not empty: it contains a.txt. Choose another folder.\n`,
  });
  expect(readdirSync(join(folder, "mine"))).toEqual(["a.txt"]);
});

test("a folder below a file is refused, without a stack trace", async () => {
  const folder = tempDir();
  writeFileSync(join(folder, "taken"), "");

  const { code, stderr } = await create(folder, ["taken/mine", "--yes"]);

  expect(code).toBe(2);
  expect(stderr).toMatch(
    /^Nothing can be created in \S+taken: .+ Choose a folder that you may write to\.\n$/,
  );
});

test("a folder without the tarballs is refused, naming them", async () => {
  const folder = tempDir();

  const { code, stderr } = await start(
    [process.execPath, createProgram(), "mine", "--yes", "--packages", "."],
    {
      cwd: folder,
    },
  ).ended;

  expect(code).toBe(2);
  expect(stderr).toMatch(
    /^--packages: \S+ does not contain tiphys-argo-lint-\S+\.tgz, .*npm run pack writes them/,
  );
  expect(readdirSync(folder)).toEqual([]);
});

test("packages that npm cannot install leave nothing", async () => {
  const folder = tempDir();
  const environment = {
    npm_config_registry: "http://127.0.0.1:9",
    npm_config_cache: join(folder, "cache"),
    npm_config_fetch_retries: "0",
  };

  const { code, stderr } = await start([process.execPath, createProgram(), "mine", "--yes"], {
    cwd: folder,
    env: environment,
    deadline: 120_000,
  }).ended;

  expect(code).toBe(1);
  expect(stderr).toContain("npm install ended with code 1:\n");
  expect(readdirSync(folder).filter((name) => name !== "cache")).toEqual([]);
});

test.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
  ["SIGHUP", 129],
] as const)("%s while npm installs leaves nothing", async (signal, code) => {
  const folder = tempDir();
  const started = start([process.execPath, createProgram(), "a/b/mine", "--yes", "--packages", tarballs], {
    cwd: folder,
    deadline: 60_000,
  });
  await started.shows("Installing its packages.");
  await sleep(700);

  started.child.kill(signal);

  expect(await started.ended).toMatchObject({ code, stderr: "" });
  expect(readdirSync(folder)).toEqual([]);
});

test("output that nobody reads does not stop it", async () => {
  const folder = tempDir();
  const started = start(
    [process.execPath, createProgram(), "mine", "--yes", "--no-install", "--packages", tarballs],
    {
      cwd: folder,
    },
  );
  started.child.stdout?.destroy();

  expect(await started.ended).toMatchObject({ code: 0, stderr: "" });
  expect(readdirSync(join(folder, "mine"))).toContain("package.json");
});
