import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { program, project, writeFiles } from "../fixture-project.js";
import { type Ended, pipeline } from "../program.js";

const root = project({
  "src/main.ts": program(`
const greet = defineStep({ name: "greet", inputs: {}, outputs: {}, run: () => ({}) });
await main({ workflows: [defineWorkflow({ name: "plain", build: (dag) => { dag.task(greet, {}); } })] });
`),
  "src/limits.ts": "export const accuracy: number = 0.7;\n",
  "runs/one/evaluate/metrics.json": '{ "accuracy": { "value": 0.75 } }\n',
  "notes.txt": "notes\n",
});

/** Runs `tiphys release` with this text of src/release.ts. */
function release(settings: string, ...args: readonly string[]): Promise<Ended> {
  writeFiles(root, { "src/release.ts": settings });
  return pipeline(root, ["release", ...args], { env: { GITHUB_STEP_SUMMARY: join(root, "summary") } });
}

const settings = `
import { accuracy } from "./limits.js";
import * as z from "zod";
export const release = { minimumMetrics: { accuracy: z.number().parse(accuracy) }, files: ["metrics.json"] };
`;

test("src/release.ts and its imports say which files a release has, and what it must reach", async () => {
  expect(await release(settings, "collect", "runs/one", "results", "notes.txt")).toMatchObject({
    code: 0,
    stderr: "",
  });
  expect(readdirSync(join(root, "results")).sort()).toEqual(["metrics.json", "notes.txt"]);

  expect(await release(settings, "check", "results")).toMatchObject({ code: 0, stderr: "" });
  expect(readFileSync(join(root, "summary"), "utf8")).toContain("- ✅ accuracy 0.7500 is at least 0.7\n");
  expect(await release(settings.replace("parse(accuracy)", "parse(0.8)"), "check", "results")).toMatchObject({
    code: 1,
    stderr:
      "The model is not good enough for a release: accuracy is 0.7500, expected at least 0.8 (src/release.ts).\n",
  });
});

test("loading src/release.ts leaves no file, and does not change the bundled program", async () => {
  await release(settings, "check", "runs/one/evaluate");
  const cache = join(root, "node_modules", ".cache", "tiphys");
  const before = readdirSync(cache);
  await release(`${settings}// Changed.\n`, "check", "runs/one/evaluate");

  expect(readdirSync(cache)).toEqual(before);
  expect(before.filter((name) => name.endsWith(".part"))).toEqual([]);
});

const example = 'export const release = { minimumMetrics: { accuracy: 0.7 }, files: ["metrics.json"] };';

test.each([
  [
    "export const release = { minimumMetrics: { accuracy: true }, files: [] };",
    /^src\/release\.ts: .*minimumMetrics\.accuracy.*Expected, for example:\n {2}export const release = /,
  ],
  ["export const other = 1;", /^src\/release\.ts: .*release.*Expected, for example:\n/],
  ["export const release = ;", /^src\/release\.ts cannot be loaded: .*Unexpected ";"/],
  ['throw new Error("no");', /^src\/release\.ts cannot be loaded: no\n$/],
])("src/release.ts is refused with what is wrong: %s", async (text, message) => {
  const { code, stderr } = await release(text, "check", "runs/one/evaluate");

  expect(stderr).toMatch(message);
  expect(stderr).not.toContain("    at ");
  expect(code).toBe(1);
});

test("without src/release.ts a release is refused with an example of it", async () => {
  const elsewhere = project({ "src/main.ts": readFileSync(join(root, "src", "main.ts"), "utf8") });
  const { code, stderr } = await pipeline(elsewhere, ["release", "check", "."]);

  expect(stderr).toBe(
    `${elsewhere}/src/release.ts does not exist. It says which metrics a release must reach, and which files it has:\n  ${example}\n`,
  );
  expect(code).toBe(1);
  expect(existsSync(join(elsewhere, "src", "release.ts"))).toBe(false);
});

test.each([
  [["changelog"], "npm runs this command. Run: npm version minor (or major, patch, 1.2.3)\n"],
  [["login"], "login: set REGISTRY, REGISTRY_USER and REGISTRY_PASSWORD.\n"],
  [["check"], "error: missing required argument 'folder'\n"],
  [["chekc"], "error: unknown command 'chekc'\n(Did you mean check?)\n"],
])("release %j is refused with exit code 2", async (args, message) => {
  expect(await release(settings, ...args)).toMatchObject({ code: 2, stderr: message });
});
