import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { readWorkflow, workflowFiles, workflowText } from "./workflow-files.js";

const root = join(import.meta.dirname, "..", "..");
const note = readFileSync(join(root, "docs", "decisions", "github-actions.md"), "utf8");
const { ACTIONLINT = "", ZIZMOR = "" } = process.env;
const releaseJobs = Object.entries(readWorkflow("release.yml").jobs);

test("there are the workflows that the docs speak of", () => {
  expect(workflowFiles().sort()).toEqual(["ci.yml", "e2e.yml", "release.yml"]);
});

describe.each(workflowFiles())("%s", (name) => {
  const workflow = readWorkflow(name);
  const steps = Object.entries(workflow.jobs).flatMap(([job, { steps: own }]) =>
    own.map((step) => ({ job, ...step })),
  );

  test("grants nothing at the top, and each job what it needs", () => {
    expect(workflow.permissions).toEqual({});
  });

  test("pins each action by a hash, with its version, as the note has it", () => {
    const uses = [...workflowText(name).matchAll(/uses: (.*)$/gm)].map(([, line = ""]) => line);
    expect(uses.length).toBeGreaterThan(0);
    for (const line of uses) {
      const [, action, hash, version] =
        /^([\w.-]+\/[\w.-]+)@([0-9a-f]{40}) # (v\d+\.\d+\.\d+)$/.exec(line) ?? [];
      expect(action, line).toBeDefined();
      expect(note).toContain(`| \`${action}\` | ${version} | \`${hash}\` |`);
    }
  });

  test("puts no expression into a shell", () => {
    expect(steps.filter(({ run }) => run?.includes("${{")).map(({ run }) => run)).toEqual([]);
  });

  test("ends by itself, and runs once for each branch or tag", () => {
    for (const job of Object.values(workflow.jobs)) expect(job["timeout-minutes"]).toBeLessThanOrEqual(360);
    expect(workflow.concurrency.group).toMatch(/^[a-z0-9]+-|^e2e$/);
  });

  test("leaves no token in the checked out files, and keeps no cache", () => {
    for (const { uses, with: options } of steps) {
      if (uses?.startsWith("actions/checkout@")) expect(options["persist-credentials"]).toBe(false);
      if (uses?.startsWith("actions/setup-node@")) expect(options["package-manager-cache"]).toBe(false);
      expect(uses ?? "").not.toMatch(/^actions\/cache/);
    }
  });

  test("installs without running the packages' own scripts", () => {
    for (const { run } of steps) if (run?.includes("npm ci")) expect(run).toContain("--ignore-scripts");
  });

  test("runs only scripts that package.json has", () => {
    const { scripts }: { scripts: Record<string, string> } = JSON.parse(
      readFileSync(join(root, "package.json"), "utf8"),
    );
    const called = steps.flatMap(({ run = "" }) => [
      ...run.matchAll(/npm (?:run (?:--silent )?([\w:]+)|(start|test))/g),
    ]);
    expect(
      called.map(([, script, short]) => script ?? short ?? "").filter((script) => !(script in scripts)),
    ).toEqual([]);
  });
});

test("a fork's pull request runs two small jobs; the engine's own wait for ENGINE_CI", () => {
  const { jobs } = readWorkflow("ci.yml");
  expect(Object.keys(jobs)).toEqual(["test", "image", "dependencies", "engine"]);
  expect(jobs.engine?.if).toBe("vars.ENGINE_CI == 'true'");
  expect(Object.values(readWorkflow("e2e.yml").jobs).map((job) => job.if)).toEqual([
    "vars.ENGINE_CI == 'true'",
  ]);
});

test("a release starts by being published, or by hand with its tag", () => {
  const { on } = readWorkflow("release.yml");
  expect(on.release).toEqual({ types: ["published"] });
  expect(on.workflow_dispatch).toMatchObject({ inputs: { tag: { required: true, type: "string" } } });
});

test("a release's job may write to one place only", () => {
  const writes = releaseJobs.map(([name, { permissions }]) => [
    name,
    Object.entries(permissions).flatMap(([what, how]) => (how === "write" ? [what] : [])),
  ]);
  expect(Object.fromEntries(writes)).toEqual({
    image: ["packages"],
    attest: ["id-token", "attestations"],
    train: [],
    publish: ["contents"],
  });
});

test("a job that may write to releases or attest runs no code of the project or of its packages", () => {
  for (const [name, { steps }] of releaseJobs) {
    if (name !== "attest" && name !== "publish") continue;
    expect(
      steps.filter(({ run, uses }) => /npm|npx|node/.test(run ?? "") || uses?.includes("checkout")),
    ).toEqual([]);
  }
});

test("the cluster's token is given to the steps that speak with it, in a protected environment", () => {
  const given = releaseJobs.flatMap(([job, { steps, environment }]) =>
    steps
      .filter(({ env }) => "ARGO_TOKEN" in env)
      .map(({ run = "" }) => [job, environment, run.split(" -- ")[0]?.split(" --name")[0]]),
  );
  expect(given).toEqual([
    ["train", "training", "npm run --silent release"],
    ["train", "training", "npx --no pipeline submit"],
    ["train", "training", 'npx --no pipeline cp "$WORKFLOW" --latest'],
  ]);
});

test("without a cluster the release is green, and every later step is left out", () => {
  const train = readWorkflow("release.yml").jobs.train;
  const ready = train?.steps.findIndex(({ id }) => id === "ready") ?? -1;
  expect(ready).toBeGreaterThan(0);
  for (const step of train?.steps.slice(ready + 1) ?? [])
    expect(step.if, step.name).toBe("steps.ready.outputs.ready == 'true'");
});

test("dependabot looks after packages, actions and the image's base", () => {
  const { updates } = parse(readFileSync(join(root, ".github", "dependabot.yml"), "utf8"));
  expect(updates.map((each: { "package-ecosystem": string }) => each["package-ecosystem"])).toEqual([
    "npm",
    "github-actions",
    "docker",
  ]);
});

describe("linters of workflows", () => {
  if (ACTIONLINT === "" || ZIZMOR === "") {
    console.log("No linters of workflows: set ACTIONLINT and ZIZMOR to the paths of actionlint and zizmor.");
  }

  test.skipIf(ACTIONLINT === "")("actionlint finds nothing", () => {
    const { status, stdout, stderr } = spawnSync(ACTIONLINT, [], { cwd: root, encoding: "utf8" });
    expect({ status, said: `${stdout}${stderr}` }).toEqual({ status: 0, said: "" });
  });

  test.skipIf(ZIZMOR === "")("zizmor finds nothing", () => {
    const { status, stdout } = spawnSync(ZIZMOR, ["--offline", "--no-progress", "--quiet", "."], {
      cwd: root,
      encoding: "utf8",
    });
    expect({ status, found: stdout }).toEqual({
      status: 0,
      found: expect.stringContaining("No findings to report"),
    });
  });
});
