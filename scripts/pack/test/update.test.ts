import { execFileSync } from "node:child_process";
import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { tempDir } from "../../../packages/workflow/test/cli/fixture-project.js";
import { commit } from "../../init/test/fork.js";
import { run } from "./consumer.js";
import { create, createProgram } from "./created-project.js";
import { packLaterVersion } from "./later-version.js";
import { packedPackage } from "./packed.js";

const later = "99.0.0";
const folder = tempDir("update-");
const project = join(folder, "mine");
const tarballs = join(folder, "later");

const read = (path: string): string => readFileSync(join(project, path), "utf8");

function edit(path: string, change: (text: string) => string): void {
  const before = read(path);
  expect(change(before)).not.toBe(before);
  writeFileSync(join(project, path), change(before));
}

/** `--update` of the later version, as `npx` starts it from its tarball. */
function update(...options: readonly string[]): ReturnType<typeof run> {
  const tarball = join(tarballs, `create-tiphys-${later}.tgz`);
  return run(project, ["npx", "--yes", "--package", tarball, "create-tiphys", "--update", ...options]);
}

beforeAll(async () => {
  expect(await create(folder, ["mine", "--yes"])).toMatchObject({ code: 0 });
  packLaterVersion(tarballs, later, {
    Dockerfile: (text) => `${text}# later\n`,
    ".editorconfig": (text) => `${text}# later\n`,
    "src/data-warnings.ts": (text) => `// Later.\n${text}`,
    "src/split-settings.ts": (text) => text.replace(/^/, "// Later.\n"),
    "package.json": (text) => text.replace('"start": "tiphys run"', '"start": "tiphys run --verbose"'),
  });
});

test("a project that is not committed is refused, and one without .tiphys.json", async () => {
  const uncommitted = await update("--packages", tarballs);
  const elsewhere = await run(tempDir(), [process.execPath, createProgram(), "--update"]);

  expect(uncommitted).toMatchObject({ code: 2, stderr: expect.stringContaining("git") });
  expect(uncommitted.stderr).not.toContain("    at ");
  expect(elsewhere.code).toBe(2);
  expect(elsewhere.stderr).toContain("does not contain .tiphys.json.");
});

test("edits and the template's changes are merged, and the packages are replaced", async () => {
  appendFileSync(join(project, "Dockerfile"), "# mine\n");
  appendFileSync(join(project, "src/data-warnings.ts"), "\nexport const mine = 1;\n");
  rmSync(join(project, ".editorconfig"));
  edit("package.json", (text) => text.replace('"test:watch": "vitest"', '"test:watch": "vitest --watch"'));
  commit(project);

  const { code, stdout, stderr } = await update("--packages", tarballs);

  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toContain(`template ${packedPackage("workflow").version} to ${later}`);
  expect(read("src/split-settings.ts")).toMatch(/^\/\/ Later\./);
  expect(read("src/data-warnings.ts")).toMatch(/^\/\/ Later\.[\s\S]*export const mine = 1;\n$/);
  expect(existsSync(join(project, ".editorconfig"))).toBe(false);
  expect(JSON.parse(read("package.json"))).toMatchObject({
    scripts: { start: "tiphys run --verbose", "test:watch": "vitest --watch" },
    dependencies: { "@tiphys/workflow": `file:vendor/tiphys-workflow-${later}.tgz` },
  });
  expect(readdirSync(join(project, "vendor")).every((name) => name.endsWith(`-${later}.tgz`))).toBe(true);
  expect(JSON.parse(read("node_modules/@tiphys/workflow/package.json")).version).toBe(later);
  expect(JSON.parse(read(".tiphys.json")).version).toBe(later);
});

test("a conflict is git's, and after it is resolved npm test passes", async () => {
  const status = execFileSync("git", ["status", "--porcelain"], { cwd: project, encoding: "utf8" });
  expect(status).toMatch(/^UU Dockerfile$/m);
  expect(read("Dockerfile")).toMatch(/<<<<<<< yours\n# mine\n=======\n# later\n>>>>>>> template 99\.0\.0\n/);

  edit("Dockerfile", (text) => text.replaceAll(/^(<<<<<<<|=======|>>>>>>>).*\n/gm, ""));
  commit(project);
  const { code, stdout, stderr } = await run(project, ["npm", "test"]);

  expect(code, `${stdout}${stderr}`).toBe(0);
});

test("a second update has nothing to change", async () => {
  const { code, stdout } = await update("--packages", tarballs, "--no-install");

  expect(code).toBe(0);
  expect(stdout).toContain(`Nothing to change: the project's files are as in template ${later}.`);
});
