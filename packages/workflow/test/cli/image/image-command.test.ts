import { chmodSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { expect, test } from "vitest";
import { program, project, writeFiles } from "../fixture-project.js";
import { type Ended, pipeline } from "../program.js";

const digest = `sha256:${"0123456789abcdef".repeat(4)}`;
const root = project({
  "package.json": '{ "type": "module", "version": "1.2.0", "tiphys": { "image": "ghcr.io/Me/Churn" } }\n',
  "src/main.ts": program(`
const greet = defineStep({ name: "greet", inputs: {}, outputs: {}, run: () => ({}) });
await main({ workflows: [defineWorkflow({ name: "plain", build: (dag) => { dag.task(greet, {}); } })] });
`),
  // A docker that notes how it was called.
  "bin/docker": `#!/bin/sh\necho "$*" >>"$CALLS"\n[ "$2" != imagetools ] || echo ${digest}\n`,
});
chmodSync(join(root, "bin", "docker"), 0o755);

/** Runs `tiphys image` with the docker above; returns also how it was called, without its build arguments. */
async function image(...args: readonly string[]): Promise<Ended & { readonly calls: string[] }> {
  const calls = join(root, "calls");
  writeFiles(root, { calls: "" });
  const env = { PATH: `${join(root, "bin")}${delimiter}${process.env.PATH}`, CALLS: calls };
  const ended = await pipeline(root, ["image", ...args], { env });
  const lines = readFileSync(calls, "utf8").split("\n").filter(Boolean);
  return { ...ended, calls: lines.map((line) => line.replaceAll(/ --build-arg \S+/g, "")) };
}

test("the image is built under the name that manifests have, with further options of the tool", async () => {
  expect(await image("--", "--pull-never", "--isolation", "chroot")).toMatchObject({
    code: 0,
    stdout: "ghcr.io/me/churn:1.2.0\n",
    calls: ["info", "build --tag ghcr.io/me/churn:1.2.0 --pull-never --isolation chroot ."],
  });
});

test("the name, the platform and the built dist/ can be chosen", async () => {
  expect(
    await image("--tool", "docker", "--tag", "Mine", "--platform", "linux/arm64", "--prebuilt"),
  ).toMatchObject({
    code: 0,
    stdout: "mine:latest\n",
    calls: ["build --platform linux/arm64 --tag mine:latest --target prebuilt ."],
  });
});

test.each([
  [["--tool", "dock"], "--tool dock: expected docker, podman, buildah."],
  [["pim"], 'image takes no "pim". Expected "pin", or after two hyphens options of the tool\'s build.'],
  [
    ["--tag", `a@${digest}`],
    `"a@${digest}" has a digest, which an image gets when it is pushed. Name it with --tag NAME:TAG.`,
  ],
  [["--pull-never"], "error: unknown option '--pull-never'"],
])("refuses %j in one line", async (args, message) => {
  expect(await image(...args)).toMatchObject({ code: 2, stdout: "", stderr: `${message}\n` });
});

test("pin writes the digests of the project's own Dockerfile, after check has listed them", async () => {
  const floating = "FROM node:24-slim AS base\nFROM base\n";
  writeFiles(root, { Dockerfile: floating });

  const checked = await image("pin", "--check");
  expect(checked.stdout).toContain(`- \`Dockerfile\`: \`node:24-slim\`, today \`${digest}\``);
  expect(readFileSync(join(root, "Dockerfile"), "utf8")).toBe(floating);

  expect(await image("pin")).toMatchObject({
    code: 0,
    stdout: `Dockerfile: node:24-slim@${digest}\n`,
    calls: ["buildx imagetools inspect node:24-slim --format {{.Manifest.Digest}}"],
  });
  expect(readFileSync(join(root, "Dockerfile"), "utf8")).toBe(
    `FROM node:24-slim@${digest} AS base\nFROM base\n`,
  );
  expect(await image("pin")).toMatchObject({
    code: 0,
    stdout: "Dockerfile: every image is pinned.\n",
    calls: [],
  });
});

test("a tag in npm's configuration is not taken for a lost option", async () => {
  const env = { npm_lifecycle_event: "image", npm_config_tag: "next" };

  expect(await pipeline(root, ["image", "pin", "--help"], { env })).toMatchObject({ code: 0, stderr: "" });
  expect(await pipeline(root, ["image", "--help"], { env })).toMatchObject({ code: 0, stderr: "" });
});
