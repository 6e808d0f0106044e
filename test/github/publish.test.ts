import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { publishedPackages } from "../../scripts/pack/published-packages.js";
import { readWorkflow, type WorkflowStep, workflowText } from "./workflow-files.js";

const root = join(import.meta.dirname, "..", "..");
const { on, jobs } = readWorkflow("publish.yml");
const pack = jobs.pack?.steps ?? [];
const publish = jobs.publish?.steps ?? [];
const [publishLine = ""] = publish.flatMap(({ run }) => run ?? []);
const [dryRunLine = ""] = linesOf(pack).filter((line) => line.includes("--dry-run"));

/** The package's name, by its folder. */
function packageName(folder: string): string {
  return folder === "create-tiphys" ? folder : `@tiphys/${folder}`;
}

/** The name of its tarball without version. */
function tarballOf(folder: string): string {
  return packageName(folder).replace("@tiphys/", "tiphys-");
}

function linesOf(steps: readonly WorkflowStep[]): string[] {
  return steps.flatMap(({ run }) => run ?? []);
}

describe("the workflow", () => {
  test("starts at a pushed tag, manually at one, and without publishing for pull requests", () => {
    expect(on).toEqual({ pull_request: null, push: { tags: ["v*"] }, workflow_dispatch: null });
    expect(jobs.publish?.if).toBe("github.ref_type == 'tag'");
  });

  test("runs only in a repository that publishes the packages, and release.yml in all others", () => {
    expect(Object.keys(jobs)).toEqual(["pack", "publish"]);
    expect(jobs.pack?.if).toBe("vars.PUBLISH_PACKAGES == 'true'");
    expect(jobs.publish?.needs).toEqual(["pack"]);
    const release = readWorkflow("release.yml").jobs;
    expect(release.test?.if).toBe("vars.PUBLISH_PACKAGES != 'true'");
    // The others wait for it, so they are skipped with it.
    expect(Object.values(release).map(({ needs }) => needs?.[0])).toEqual([
      undefined,
      "test",
      "test",
      "image",
      "train",
    ]);
  });

  test("checks tag and changelog, tests, packs and tries before anything is published", () => {
    expect(linesOf(pack)).toEqual([
      "npm ci --ignore-scripts",
      'npm run --silent bump -- --check "$TAG"',
      "npm test",
      "npm run --silent pack -- --to tarballs",
      publishLine.replace(".sh ", ".sh --dry-run "),
    ]);
  });

  test("packs and tries in a pull request, too; the rest is for a tag", () => {
    const ofTag = pack.filter((step) => step.if === "github.event_name != 'pull_request'");
    expect(ofTag.map(({ run, uses }) => run ?? uses?.split("@")[0])).toEqual([
      'npm run --silent bump -- --check "$TAG"',
      "npm test",
      "actions/upload-artifact",
    ]);
    expect(pack.filter((step) => step.if !== undefined)).toEqual(ofTag);
  });

  test("only the job that publishes has an identity, and it runs no code of a dependency", () => {
    expect(jobs.pack?.permissions).toEqual({ contents: "read" });
    expect(jobs.publish?.permissions).toEqual({ contents: "read", "id-token": "write" });
    expect(jobs.publish?.environment).toBe("npm");
    expect(linesOf(publish)).toEqual([publishLine]);
    expect(publishLine).toMatch(/^bash scripts\/publish\/publish-packages\.sh /);
    expect(publish.at(-1)?.env).toEqual({ NPM_CONFIG_PROVENANCE: "true" });
  });

  test("has no token, nor an .npmrc for one", () => {
    expect(workflowText("publish.yml")).not.toMatch(/secrets\.|github\.token|NODE_AUTH_TOKEN/);
    const options = [...pack, ...publish].flatMap((step) => Object.keys(step.with));
    expect(options).not.toContain("registry-url");
  });

  test("publishes each package after those that it depends on", () => {
    expect(publishLine.split(" ").slice(2)).toEqual(
      publishedPackages.map((name) => `tarballs/${tarballOf(name)}-*.tgz`),
    );
  });
});

// The job runs on Linux.
describe.skipIf(process.platform === "win32")("its script", () => {
  let folder = "";

  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), "publish-")));
    for (const name of ["bin", "published", "tarballs"]) mkdirSync(join(folder, name));
    cpSync(join(root, "scripts/publish"), join(folder, "scripts/publish"), { recursive: true });
    for (const name of publishedPackages) makeTarball(name, "0.2.0");
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function makeTarball(name: string, version: string, content = ""): void {
    const target = join(folder, "package");
    mkdirSync(target);
    writeFileSync(join(target, "package.json"), JSON.stringify({ name: packageName(name), version }));
    writeFileSync(join(target, "index.js"), content);
    const tarball = join(folder, "tarballs", `${tarballOf(name)}-${version}.tgz`);
    const { status } = spawnSync("tar", ["-czf", tarball, "-C", folder, "package"]);
    expect(status).toBe(0);
    rmSync(target, { recursive: true });
  }

  /** An npm whose registry is a folder: it has a file for each published version, with the digest of its tarball. */
  function useRegistryOfFolder(version = "11.5.1"): void {
    const npm = join(folder, "bin", "npm");
    writeFileSync(
      npm,
      `#!/usr/bin/env bash
set -euo pipefail
if [ "$1" = --version ]; then echo ${version}; exit; fi
echo "$*" >>"${folder}/calls"
file() { echo "${folder}/published/\${1//\\//%}"; }
case $1 in
  view)
    [ ! -f "${folder}/outage" ] || { echo "npm error code E503" >&2; exit 1; }
    [ -f "$(file "$2")" ] || { echo "npm error code E404" >&2; exit 1; }
    cat "$(file "$2")" ;;
  publish)
    [[ $2 != *"$(cat "${folder}/refused" 2>/dev/null || echo nothing)"* ]] || { echo "npm error code E403" >&2; exit 1; }
    spec=$(tar -xOf "$2" package/package.json | node -p 'const p = JSON.parse(require("fs").readFileSync(0, "utf8")); p.name + "@" + p.version')
    echo "sha512-$(openssl dgst -sha512 -binary "$2" | openssl base64 -A)" >"$(file "$spec")" ;;
esac
`,
    );
    chmodSync(npm, 0o755);
  }

  function run(line: string, environment: Readonly<Record<string, string>> = {}) {
    rmSync(join(folder, "calls"), { force: true });
    const { ACTIONS_ID_TOKEN_REQUEST_URL: _identity, ...inherited } = process.env;
    const { status, stdout, stderr } = spawnSync("bash", ["-c", line], {
      cwd: folder,
      encoding: "utf8",
      env: {
        ...inherited,
        PATH: `${join(folder, "bin")}${delimiter}${process.env.PATH}`,
        ...environment,
      },
    });
    const file = join(folder, "calls");
    const calls = existsSync(file) ? readFileSync(file, "utf8").trimEnd().split("\n") : [];
    return { status, stdout, stderr, calls };
  }

  const calledFor = (name: string, version: string, more = ""): string[] => [
    `view ${packageName(name)}@${version} dist.integrity`,
    `publish ${folder}/tarballs/${tarballOf(name)}-${version}.tgz --access public${more}`,
  ];

  test("publishes all packages in order", () => {
    useRegistryOfFolder();
    expect(run(publishLine)).toEqual({
      status: 0,
      stdout: "",
      stderr: "",
      calls: publishedPackages.flatMap((name) => calledFor(name, "0.2.0")),
    });
    expect(readdirSync(join(folder, "published"))).toEqual([
      "@tiphys%argo-lint@0.2.0",
      "@tiphys%ml@0.2.0",
      "@tiphys%workflow@0.2.0",
      "create-tiphys@0.2.0",
    ]);
  });

  test("skips what is already published, with a message", () => {
    useRegistryOfFolder();
    run(publishLine);
    const { status, stdout, calls } = run(publishLine);
    expect(status).toBe(0);
    expect(stdout).toBe(
      publishedPackages.map((name) => `${packageName(name)}@0.2.0 is already published: skipped.\n`).join(""),
    );
    expect(calls.filter((line) => line.startsWith("publish"))).toEqual([]);
  });

  test("warns if other bytes are published under the version", () => {
    useRegistryOfFolder();
    run(publishLine);
    makeTarball("ml", "0.2.0", "changed");
    const { status, stdout } = run(publishLine);
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /^::warning::@tiphys\/ml@0\.2\.0 is already published, with other bytes \(sha512-\S+==, not sha512-\S+==\): skipped\.$/m,
    );
  });

  test("continues, if repeated, where a run failed", () => {
    useRegistryOfFolder();
    writeFileSync(join(folder, "refused"), "tiphys-ml");
    const failed = run(publishLine);
    expect(failed.status).toBe(1);
    expect(failed.calls).toEqual([...calledFor("argo-lint", "0.2.0"), ...calledFor("ml", "0.2.0")]);

    rmSync(join(folder, "refused"));
    const repeated = run(publishLine);
    expect(repeated.status).toBe(0);
    expect(repeated.calls).toEqual([
      "view @tiphys/argo-lint@0.2.0 dist.integrity",
      ...calledFor("ml", "0.2.0"),
      ...calledFor("workflow", "0.2.0"),
      ...calledFor("create-tiphys", "0.2.0"),
    ]);
  });

  test("publishes nothing if the registry cannot say what is published", () => {
    useRegistryOfFolder();
    writeFileSync(join(folder, "outage"), "");
    const { status, stderr, calls } = run(publishLine);
    expect({ status, stderr, calls }).toEqual({
      status: 1,
      stderr: "npm error code E503\n",
      calls: ["view @tiphys/argo-lint@0.2.0 dist.integrity"],
    });
  });

  test("a prerelease does not become the latest version", () => {
    useRegistryOfFolder();
    makeTarball("ml", "0.3.0-beta.1");
    const { status, calls } = run(
      "bash scripts/publish/publish-packages.sh tarballs/tiphys-ml-0.3.0-beta.1.tgz",
    );
    expect(status).toBe(0);
    expect(calls).toEqual(calledFor("ml", "0.3.0-beta.1", " --tag next"));
  });

  test("refuses an npm that cannot publish without a token, before it publishes anything", () => {
    const identity = { ACTIONS_ID_TOKEN_REQUEST_URL: "http://127.0.0.1:9" };
    useRegistryOfFolder("11.5.0");
    expect(run(publishLine, identity)).toEqual({
      status: 1,
      stdout: "",
      stderr: "npm is 11.5.0. Trusted publishing needs 11.5.1 or later: use a later Node in .node-version.\n",
      calls: [],
    });
    useRegistryOfFolder("11.10.0");
    expect(run(publishLine, identity).status).toBe(0);
  });

  test("refuses a package that was not packed, before it publishes anything", () => {
    useRegistryOfFolder();
    rmSync(join(folder, "tarballs/tiphys-workflow-0.2.0.tgz"));
    expect(run(publishLine)).toEqual({
      status: 2,
      stdout: "",
      stderr: "tarballs/tiphys-workflow-*.tgz does not exist. Expected a tarball of: npm run pack\n",
      calls: [],
    });
    expect(run("bash scripts/publish/publish-packages.sh").stderr).toContain("No tarball is given.");
  });

  test("with --dry-run, npm itself reads all packages, and publishes nothing", () => {
    const { status, stdout } = run(dryRunLine, { npm_config_registry: "http://127.0.0.1:9" });
    expect(status).toBe(0);
    expect(stdout).toBe(publishedPackages.map((name) => `+ ${packageName(name)}@0.2.0\n`).join(""));
  }, 60_000);
});
