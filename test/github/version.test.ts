import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { copyProject, projectRoot } from "../docs/project-copy.js";
import { runCommand } from "../docs/run-command.js";

let project = "";
const changelog = "# Changelog\n\n## [Unreleased]\n\n- A better model.\n";

/** Runs a command in a new git repository. */
async function run(line: string): Promise<string> {
  const { exitCode, stdout, stderr } = await runCommand(line, project);
  if (exitCode !== 0) throw new Error(`${line}: ${stderr}${stdout}`);
  return `${stdout}${stderr}`;
}

beforeAll(async () => {
  project = copyProject();
  for (const file of [".gitignore", ".npmrc"]) cpSync(join(projectRoot, file), join(project, file));
  await run("npm pkg set version=0.1.0");
  await run(
    "git init --quiet --initial-branch main && git config user.name me && git config user.email me@example.com",
  );
  await run(
    "git config commit.gpgsign false && git config tag.gpgsign false && git config core.hooksPath /dev/null",
  );
}, 180_000);

afterAll(() => {
  if (project !== "") rmSync(project, { recursive: true, force: true });
});

async function commit(text: string): Promise<void> {
  writeFileSync(join(project, "CHANGELOG.md"), text);
  await run("git add --all && git commit --quiet --message changes");
}

test("npm version sets version and changelog, commits both and tags the commit", async () => {
  await commit(changelog);
  expect(await run("npm version minor")).toContain("git push --follow-tags");

  const today = new Date().toISOString().slice(0, 10);
  const { version } = JSON.parse(readFileSync(join(project, "package.json"), "utf8"));
  expect(version).toBe("0.2.0");
  expect(readFileSync(join(project, "CHANGELOG.md"), "utf8")).toBe(
    `# Changelog\n\n## [Unreleased]\n\n## [0.2.0] - ${today}\n\n- A better model.\n`,
  );
  expect(await run("git describe --exact-match --tags")).toBe("v0.2.0\n");
  expect(await run("git status --porcelain")).toBe("");
  expect((await run("git show --name-only --format=%s")).split("\n").filter(Boolean)).toEqual([
    "0.2.0",
    "CHANGELOG.md",
    "package-lock.json",
    "package.json",
  ]);
}, 180_000);

test("the release of that tag is the image that yaml names", async () => {
  await run("npm pkg set tiphys.image=ghcr.io/Me/Churn && git commit --quiet --all --message image");
  const verify = (tag: string): ReturnType<typeof runCommand> =>
    runCommand(
      `GITHUB_REF_TYPE=tag GITHUB_REF_NAME=${tag} GITHUB_REPOSITORY=Me/Churn npm run --silent release -- verify`,
      project,
    );
  expect(await verify("v0.2.0")).toMatchObject({
    exitCode: 0,
    stdout: "Release v0.2.0: ghcr.io/me/churn:0.2.0\n",
  });
  expect(await run("npm run --silent yaml")).toContain("image: ghcr.io/me/churn:0.2.0\n");
  const refused = await verify("v0.3.0");
  expect(refused.exitCode).toBe(1);
  expect(refused.stderr).toContain("npm version 0.3.0 && git push --follow-tags");
  expect(refused.stderr).not.toContain("    at ");
}, 180_000);

test("without an entry in the changelog nothing is committed or tagged", async () => {
  const before = await run("git rev-parse HEAD");
  const { exitCode, stderr } = await runCommand("npm version patch", project);
  expect(exitCode).not.toBe(0);
  expect(stderr).toContain("CHANGELOG.md lists no changes for version 0.2.1.");
  expect(await run("git rev-parse HEAD")).toBe(before);
  expect(await run("git tag")).toBe("v0.2.0\n");
}, 180_000);
