import { execFileSync, spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { packPackages } from "../pack-packages.js";
import { root } from "../repository.js";

const project = realpathSync(mkdtempSync(join(tmpdir(), "packed-")));
const modules = join(project, "node_modules");
const digest = `sha256:${"0123456789abcdef".repeat(4)}`;

const files: Readonly<Record<string, string>> = {
  "package.json":
    '{ "name": "greeting", "version": "1.0.0", "type": "module", "dependencies": { "@tiphys/workflow": "*" }, "tiphys": { "image": "ghcr.io/me/greeting" } }',
  "src/greet.ts": `import { artifact, defineStep, text } from "@tiphys/workflow";
export const greet = defineStep({ name: "greet", inputs: {}, outputs: { greeting: artifact(text) }, run: () => ({ greeting: "Hello" as string }) });`,
  "src/main.ts": `import { defineWorkflow } from "@tiphys/workflow";
import { main } from "@tiphys/workflow/cli";
import { greet } from "./greet.js";
await main({ workflows: [defineWorkflow({ name: "greeting", build: (dag) => { dag.task(greet, {}); } })] });`,
  "src/release.ts": `interface Release { minimumMetrics: Record<string, number>; files: string[] }
export const release: Release = { minimumMetrics: { accuracy: 0.7 }, files: ["metrics.json"] };`,
  "results/metrics.json": '{ "accuracy": { "value": 0.75 } }',
  "CHANGELOG.md": "# Changelog\n\n## [Unreleased]\n\n- A greeting.\n",
  // A docker that notes how it was called, and pushes.
  "bin/docker": `#!/bin/sh
echo "$*" >>"${project}/calls"
while [ $# -gt 0 ]; do [ "$1" != --metadata-file ] || echo '{"containerimage.digest": "${digest}"}' >"$2"; shift; done`,
};

/** Installs the packed packages, and links what they depend on. No tsx is there. */
async function installPackages(): Promise<void> {
  mkdirSync(join(modules, "@tiphys"), { recursive: true });
  for (const { name, file } of await packPackages(join(project, "packed"))) {
    const folder = join(modules, name);
    mkdirSync(folder);
    execFileSync("tar", ["-xzf", file, "--strip-components", "1", "--directory", folder]);
  }
  const installed = join(root, "node_modules");
  for (const name of readdirSync(installed)) {
    if (!name.startsWith(".") && !["@tiphys", "create-tiphys", "tsx"].includes(name))
      symlinkSync(join(installed, name), join(modules, name));
  }
}

beforeAll(async () => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(project, path)), { recursive: true });
    writeFileSync(join(project, path), text);
  }
  chmodSync(join(project, "bin", "docker"), 0o755);
  await installPackages();
}, 300_000);

afterAll(() => rmSync(project, { recursive: true, force: true }));

/** The standard output of `tiphys`. */
function tiphys(args: readonly string[], env: Readonly<Record<string, string>> = {}): string {
  return execFileSync(process.execPath, [join(modules, "@tiphys", "workflow", "bin", "tiphys.js"), ...args], {
    cwd: project,
    env: {
      PATH: `${join(project, "bin")}${delimiter}${process.env.PATH}`,
      HOME: process.env.HOME,
      ...env,
    },
    encoding: "utf8",
  });
}

test("the package has compiled modules and no sources", () => {
  expect(readdirSync(join(modules, "@tiphys", "workflow")).sort()).toEqual([
    "LICENSE",
    "README.md",
    "assets",
    "bin",
    "dist",
    "docs",
    "examples",
    "package.json",
  ]);
  expect(existsSync(join(modules, "tsx"))).toBe(false);
});

test("lint of a file outside a project names the linter that needs none", () => {
  const starter = join(modules, "@tiphys", "workflow", "bin", "tiphys.js");
  const elsewhere = realpathSync(mkdtempSync(join(tmpdir(), "elsewhere-")));

  const { status, stderr } = spawnSync(process.execPath, [starter, "lint", "hello.yaml"], {
    cwd: elsewhere,
    encoding: "utf8",
    timeout: 60_000,
  });

  rmSync(elsewhere, { recursive: true });
  expect(stderr).toContain(`No project here: neither ${elsewhere} nor`);
  expect(stderr).toContain("\nTo lint files without a project: npx @tiphys/argo-lint FILE\n");
  expect(status).toBe(2);
});

test("build bundles the program and each step", () => {
  expect(tiphys(["build"])).toMatch(/^dist: \d+ files, and the packages that cannot be bundled\n$/);
  expect(readdirSync(join(project, "dist", "steps"))).toEqual(["greet"]);
  const outputs = join(project, "outputs");
  execFileSync(process.execPath, ["dist/main.js", "step", "greet", "--outputs", outputs], { cwd: project });
  expect(readFileSync(join(outputs, "greeting.txt"), "utf8")).toBe("Hello");
});

test("image finds the build tools of the package", () => {
  expect(tiphys(["image", "--help"])).toMatch(/^Usage: tiphys image /);
  const platforms = ["--platform", "linux/amd64,linux/arm64"];

  expect(tiphys(["image", "--tool", "docker", "--emulate", "--push", ...platforms])).toBe(
    `ghcr.io/me/greeting@${digest}\n`,
  );
  expect(readFileSync(join(project, "calls"), "utf8")).toMatch(
    /^run --privileged --rm tonistiigi\/binfmt:\S+@sha256:[0-9a-f]{64} --install (amd64|arm64)\n/,
  );
});

test("release reads src/release.ts without a loader of TypeScript", () => {
  expect(tiphys(["release", "--help"])).toMatch(/^Usage: tiphys release /);

  expect(tiphys(["release", "check", "results"])).toContain("- ✅ accuracy 0.7500 is at least 0.7\n");
});

test("npm version dates the changelog", () => {
  execFileSync("git", ["init", "--quiet"], { cwd: project });
  tiphys(["release", "changelog"], { npm_package_version: "1.1.0", npm_lifecycle_event: "version" });

  expect(readFileSync(join(project, "CHANGELOG.md"), "utf8")).toMatch(
    /^# Changelog\n\n## \[Unreleased\]\n\n## \[1\.1\.0\] - \d{4}-\d\d-\d\d\n\n- A greeting\.\n$/,
  );
});
