import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { copyProject } from "../docs/project-copy.js";
import { type Ended, runCommand } from "../docs/run-command.js";
import { readWorkflow } from "./workflow-files.js";

/** Commands that are not run here, and where they are. */
const elsewhere: Readonly<Record<string, string>> = {
  "npm ci --ignore-scripts": "CI begins with it",
  "npm test": "it runs this test",
  "npm run --silent image:smoke": "CI does it with the image that it has built",
  "npm run --silent release -- train workflow.yaml":
    "it needs a cluster; train.test.ts plays the server, npm run e2e the job",
  'npx --no tiphys cp "$WORKFLOW" --latest': "it needs a cluster; npm run e2e plays the job",
};

const { jobs } = readWorkflow("release.yml");
const lines = Object.values(jobs).flatMap(({ steps }) =>
  steps.flatMap(({ run }) => (run === undefined ? [] : [run])),
);
const digest = `sha256:${"ab".repeat(32)}`;
const environment: Readonly<Record<string, string>> = {
  TAG: "v1.0.0+one",
  GITHUB_REF_TYPE: "tag",
  GITHUB_REF_NAME: "v1.0.0+one",
  GITHUB_REPOSITORY: "Me/Churn",
  SMOKE_IMAGE: "localhost/pipeline:release",
  PRERELEASE: "false",
  REGISTRY: "ghcr.io",
  REGISTRY_USER: "me",
  REGISTRY_PASSWORD: "pass-word",
  PLATFORMS: "linux/amd64,linux/arm64",
  IMAGE: `ghcr.io/me/churn@${digest}`,
  ARGO_SERVICE_ACCOUNT: "default",
  WORKFLOW: "release-1-1",
};
let project: string;
let scratch: string;
const ended = new Map<string, Ended>();

/** A program on the PATH that notes how it was called. */
function stub(name: string, body = ""): void {
  const file = join(scratch, "bin", name);
  writeFileSync(file, `#!/bin/sh\necho "\${0##*/} $*" >>"${scratch}/calls"\n${body}\n`);
  chmodSync(file, 0o755);
}

beforeAll(async () => {
  project = copyProject();
  scratch = realpathSync(mkdtempSync(join(tmpdir(), "release-")));
  mkdirSync(join(scratch, "bin"));
  stub(
    "docker",
    `case $1 in login) cat >"${scratch}/password";; esac
while [ $# -gt 0 ]; do [ "$1" != --metadata-file ] || echo '{"containerimage.digest": "${digest}"}' >"$2"; shift; done`,
  );
  // No release exists yet.
  stub("gh", '[ "$2" != view ] || exit 1');
  await runCommand("npm pkg set version=1.0.0+one tiphys.image=ghcr.io/Me/Churn", project);
  await runCommand("npm start", project);
  const variables = Object.entries({
    ...environment,
    GITHUB_OUTPUT: join(scratch, "outputs"),
    GITHUB_STEP_SUMMARY: join(scratch, "summary"),
  })
    .map(([name, value]) => `export ${name}='${value}'; `)
    .join("");
  for (const line of lines.filter((each) => !(each in elsewhere))) {
    const path = `export PATH='${join(scratch, "bin")}${delimiter}'"$PATH"; `;
    ended.set(line, await runCommand(`${path}${variables}${line}`, project));
  }
}, 480_000);

afterAll(() => {
  for (const folder of [project, scratch]) rmSync(folder, { recursive: true, force: true });
});

function calls(program: string): string[] {
  const all = readFileSync(join(scratch, "calls"), "utf8").trim().split("\n");
  return all.filter((line) => line.startsWith(`${program} `));
}

test("the release contains each command that is tested elsewhere", () => {
  expect(Object.keys(elsewhere).filter((line) => !lines.includes(line))).toEqual([]);
});

test.each(lines.filter((line) => !(line in elsewhere)))("%s", (line) => {
  expect(ended.get(line)).toMatchObject({ exitCode: 0 });
});

test("the password is passed only to docker, on standard input", () => {
  expect(readFileSync(join(scratch, "password"), "utf8")).toBe("pass-word");
  expect(calls("docker").filter((line) => line.includes("login"))).toEqual(
    Array(2).fill("docker login ghcr.io --username me --password-stdin"),
  );
  expect([...ended.values()].some(({ stdout, stderr }) => `${stdout}${stderr}`.includes("pass-word"))).toBe(
    false,
  );
});

test("the image is pushed under the tag that yaml and submit use, and referenced by its digest afterwards", async () => {
  const push = calls("docker").find((line) => line.includes("--push"));
  expect(push).toMatch(
    /--provenance mode=max --sbom true .* --platform linux\/amd64,linux\/arm64 --tag ghcr\.io\/me\/churn:1\.0\.0-one /,
  );
  const own = await runCommand("npm run --silent yaml", project);
  expect(own.stdout).toContain("image: ghcr.io/me/churn:1.0.0-one\n");
  expect(readFileSync(join(scratch, "outputs"), "utf8")).toContain(
    `image=ghcr.io/me/churn@${digest}\nsubject=ghcr.io/me/churn\ndigest=${digest}\n`,
  );
  expect(readFileSync(join(scratch, "outputs"), "utf8")).toContain("registry=ghcr.io\n");
  expect(readFileSync(join(project, "workflow.yaml"), "utf8")).toContain(`image: ghcr.io/me/churn@${digest}`);
});

test("emulators of other processors and the builder come from images with a digest", () => {
  const emulators = calls("docker").find((line) => line.includes("--privileged"));
  expect(emulators).toMatch(
    /^docker run --privileged --rm tonistiigi\/binfmt:qemu-\S+@sha256:[0-9a-f]{64} --install (arm64|amd64)$/,
  );
});

test("without a server the job says what to set", () => {
  expect(readFileSync(join(scratch, "outputs"), "utf8")).toContain("ready=false\n");
  const summary = readFileSync(join(scratch, "summary"), "utf8");
  for (const name of ["ARGO_SERVER", "ARGO_NAMESPACE", "ARGO_TOKEN"])
    expect(summary).toContain(`- \`${name}\`, `);
});

test("the summary has the metrics, and the release gets every file", () => {
  expect(readFileSync(join(scratch, "summary"), "utf8")).toContain("| accuracy | 0.7532 | 0.680 to 0.815 |");
  expect(calls("gh")).toEqual([
    "gh release view v1.0.0+one",
    "gh release create v1.0.0+one --draft --verify-tag --title v1.0.0+one --generate-notes --prerelease=false",
    "gh release upload v1.0.0+one results/metrics.json results/model.json results/page.html results/report.txt results/rocCurve.png results/run.json results/workflow.yaml --clobber",
    "gh release edit v1.0.0+one --draft=false",
  ]);
});

test("a release below the threshold fails", async () => {
  const file = join(project, "src", "release.ts");
  const right = readFileSync(file, "utf8");
  writeFileSync(file, right.replace(/accuracy: [\d.]+/, "accuracy: 0.9"));
  const { exitCode, stderr } = await runCommand("npm run --silent release -- check results", project);
  writeFileSync(file, right);
  expect(stderr).toContain("accuracy is 0.7532, expected at least 0.9");
  expect(exitCode).toBe(1);
}, 60_000);
