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

test("the job's own token is handed to GitHub's registry only", () => {
  const login = readWorkflow("release.yml").jobs.image?.steps.find(({ run }) => run?.endsWith("-- login"));
  expect(login?.env.REGISTRY_PASSWORD).toMatch(
    /^\S+ secrets\.REGISTRY_PASSWORD \|\| \(\(vars\.REGISTRY \|\| 'ghcr\.io'\) == 'ghcr\.io' && github\.token\) \|\| '' \}\}$/,
  );
});

test("only a run that was started at the tag attests, as an attestation names the commit of the run", () => {
  expect(readWorkflow("release.yml").jobs.attest?.if).toBe(
    "(!github.event.repository.private || vars.ATTEST == 'true') && github.ref == format('refs/tags/{0}', github.event.release.tag_name || inputs.tag)",
  );
});

test("a job that is run again replaces what it has kept before, and results are kept before they are judged", () => {
  for (const name of ["ci.yml", "release.yml"]) {
    const uploads = Object.values(readWorkflow(name).jobs).flatMap(({ steps }) =>
      steps.filter(({ uses }) => uses?.startsWith("actions/upload-artifact@")),
    );
    expect(uploads.map((step) => step.with.overwrite)).toEqual([true]);
  }
  const names = readWorkflow("release.yml").jobs.train?.steps.flatMap(({ name = "" }) => name) ?? [];
  expect(names.slice(-3)).toEqual([
    "Show the metrics",
    "Keep the results",
    "See whether the model is good enough",
  ]);
});

test("dependabot looks after packages, actions and the image's base", () => {
  expect(dependabot().map((each) => each["package-ecosystem"])).toEqual(["npm", "github-actions", "docker"]);
});

test("dependabot leaves alone what is held back on purpose", () => {
  const [npm, , docker] = dependabot();
  const ignored = npm?.ignore ?? [];
  const majors = ignored.filter((each) => each["update-types"]?.[0] === "version-update:semver-major");
  const whole = ignored.filter((each) => !("update-types" in each));
  const { overrides }: { overrides: Record<string, string> } = JSON.parse(
    readFileSync(join(root, "package.json"), "utf8"),
  );
  const heldBack = Object.entries(overrides).flatMap(([name, version]) =>
    version.startsWith("$") ? [] : [name],
  );

  expect(majors.map((each) => each["dependency-name"])).toEqual([
    "@types/node",
    "commander",
    "log-update",
    "undici",
    "vite",
    "vitest",
  ]);
  expect(whole.map((each) => each["dependency-name"])).toEqual(expect.arrayContaining(heldBack));
  expect(docker?.ignore).toEqual([
    { "dependency-name": "node", "update-types": ["version-update:semver-major"] },
  ]);
});

interface DependabotUpdate {
  readonly "package-ecosystem": string;
  readonly ignore?: readonly {
    readonly "dependency-name": string;
    readonly "update-types"?: readonly string[];
  }[];
}

function dependabot(): readonly DependabotUpdate[] {
  return parse(readFileSync(join(root, ".github", "dependabot.yml"), "utf8")).updates;
}

test("npm run coverage fetches the version that fits the installed vitest", () => {
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  expect(scripts.coverage).toContain(`@vitest/coverage-v8@${packages["node_modules/vitest"].version} `);
});

test("the container for development has the Node of .node-version, and installs as CI does", () => {
  const container = JSON.parse(readFileSync(join(root, ".devcontainer", "devcontainer.json"), "utf8"));
  const major = readFileSync(join(root, ".node-version"), "utf8").split(".")[0];
  expect(container).toMatchObject({
    image: `mcr.microsoft.com/devcontainers/javascript-node:${major}-bookworm`,
    remoteUser: "node",
    postCreateCommand: "npm ci --ignore-scripts",
  });
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
