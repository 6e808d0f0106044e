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

test("the workflows that the docs mention exist", () => {
  // publish.yml is the template's own.
  const all = workflowFiles().filter((name) => name !== "publish.yml");
  expect(all.sort()).toEqual(["ci.yml", "e2e.yml", "release.yml", "security.yml"]);
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
        /^([\w.-]+(?:\/[\w.-]+)+)@([0-9a-f]{40}) # (v\d+\.\d+\.\d+)$/.exec(line) ?? [];
      expect(action, line).toBeDefined();
      // Actions of one repository have one hash.
      const listed = action?.split("/").slice(0, 2).join("/");
      expect(note).toContain(`| \`${listed}\` | ${version} | \`${hash}\` |`);
    }
  });

  test("puts no expression into a shell", () => {
    expect(steps.filter(({ run }) => run?.includes("${{")).map(({ run }) => run)).toEqual([]);
  });

  test("has a timeout, and runs once at a time for each branch or tag", () => {
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

  test("runs only scripts of package.json", () => {
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

test("a release is started by a pushed tag, or manually for one", () => {
  const { on, env } = readWorkflow("release.yml");
  expect(on).toEqual({ push: { tags: ["v*"] }, workflow_dispatch: null });
  expect(env).toEqual({ TAG: expression("github.ref_name") });
});

test("the tag is checked, the tests pass and each step runs in the image before anything is pushed", () => {
  const { jobs } = readWorkflow("release.yml");
  expect(jobs.image?.needs).toEqual(["test"]);
  expect(jobs.test?.steps.flatMap(({ run = "" }) => (run === "" ? [] : [run]))).toEqual([
    "npm ci --ignore-scripts",
    "npm run --silent release -- verify",
    "npm test",
    'npm run --silent image -- --tag "$SMOKE_IMAGE"',
    "npm run --silent image:smoke",
  ]);
});

test("a release is a draft until its results are attached", () => {
  const lines = readWorkflow("release.yml").jobs.publish?.steps.flatMap(
    ({ run = "" }) => run.match(/gh release \w+/g) ?? [],
  );
  expect(lines).toEqual(["gh release view", "gh release create", "gh release upload", "gh release edit"]);
  const [draft] =
    readWorkflow("release.yml").jobs.publish?.steps.filter(({ run }) => run?.includes("create")) ?? [];
  expect(draft?.run).toContain('gh release create "$TAG" --draft --verify-tag');
});

test("a release's jobs may write where they have to, and nowhere else", () => {
  const writes = releaseJobs.map(([name, { permissions }]) => [
    name,
    Object.entries(permissions).flatMap(([what, how]) => (how === "write" ? [what] : [])),
  ]);
  expect(Object.fromEntries(writes)).toEqual({
    test: [],
    image: ["packages"],
    attest: ["id-token", "attestations", "packages"],
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

test("only steps that access the cluster get its token, in a protected environment", () => {
  const given = releaseJobs.flatMap(([job, { steps, environment }]) =>
    steps
      .filter(({ env }) => "ARGO_TOKEN" in env)
      .map(({ run = "" }) => [job, environment, run.split(" -- ")[0]?.split(" --name")[0]]),
  );
  expect(given).toEqual([
    ["train", "training", "npm run --silent release"],
    ["train", "training", "npm run --silent release"],
    ["train", "training", 'npx --no tiphys cp "$WORKFLOW" --latest'],
  ]);
});

test("without a cluster the release succeeds, and every later step is skipped", () => {
  const train = readWorkflow("release.yml").jobs.train;
  const ready = train?.steps.findIndex(({ id }) => id === "ready") ?? -1;
  expect(ready).toBeGreaterThan(0);
  for (const step of train?.steps.slice(ready + 1) ?? [])
    expect(step.if, step.name).toBe("steps.ready.outputs.ready == 'true'");
});

test("the job's own token is sent only to GitHub's registry", () => {
  const { jobs } = readWorkflow("release.yml");
  const passwords = releaseJobs.flatMap(([, { steps }]) =>
    steps.flatMap(({ env }) => env.REGISTRY_PASSWORD ?? []),
  );
  expect(passwords).toEqual(
    Array(2).fill(
      expression(
        "secrets.REGISTRY_PASSWORD || (needs.test.outputs.registry == 'ghcr.io' && github.token) || ''",
      ),
    ),
  );
  const logins = [jobs.image, jobs.attest].map((job) =>
    job?.steps.find(({ env }) => "REGISTRY_PASSWORD" in env),
  );
  expect(logins.map((step) => step?.env.REGISTRY)).toEqual(
    Array(2).fill(expression("needs.test.outputs.registry")),
  );
});

test("an attestation is stored in the registry with the image", () => {
  const attest = readWorkflow("release.yml").jobs.attest;
  const step = attest?.steps.find(({ uses }) => uses?.startsWith("actions/attest-build-provenance@"));
  expect(step?.with).toEqual({
    "subject-name": expression("needs.image.outputs.subject"),
    "subject-digest": expression("needs.image.outputs.digest"),
    "push-to-registry": true,
  });
  expect(attest?.if).toBe(
    "vars.ATTEST != 'false' && (!github.event.repository.private || vars.ATTEST == 'true')",
  );
});

test("a server's own authority, instance and path are variables of the training environment", () => {
  const { env = {} } = readWorkflow("release.yml").jobs.train ?? {};
  for (const name of [
    "ARGO_SERVER",
    "ARGO_NAMESPACE",
    "ARGO_INSTANCEID",
    "ARGO_BASE_HREF",
    "ARGO_CA",
    "ARGO_INSECURE_SKIP_VERIFY",
  ])
    expect(env[name], name).toBe(expression(`vars.${name}`));
});

test("jobs that need a public repository check that it is public, also on a schedule, whose event does not say so", () => {
  const { jobs } = readWorkflow("security.yml");
  expect(Object.keys(jobs)).toEqual(["visibility", "codeql", "scorecard", "audit"]);
  for (const name of ["codeql", "scorecard"]) {
    expect(jobs[name]?.needs, name).toEqual(["visibility"]);
    expect(jobs[name]?.if, name).toContain("needs.visibility.outputs.visibility == 'public'");
    expect(workflowText("security.yml")).not.toContain("github.event.repository");
  }
});

test("a rerun job replaces its earlier artifacts, and results are uploaded before they are judged", () => {
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

test("dependabot updates packages, actions and base images", () => {
  expect(dependabot().map((each) => each["package-ecosystem"])).toEqual(["npm", "github-actions", "docker"]);
  expect(dependabot()[2]?.directories).toEqual(["/", "/packages/workflow/assets/image-tools"]);
});

test.each([
  ["Dockerfile", ["node:24-slim", "node:24-slim"]],
  [
    "packages/workflow/assets/image-tools/Dockerfile",
    ["moby/buildkit:v0.31.2", "tonistiigi/binfmt:qemu-v10.2.3"],
  ],
])("dependabot can read the images of %s", (file, images) => {
  const found = readFileSync(join(root, file), "utf8")
    .split("\n")
    .flatMap((line) => {
      const { image, tag } = dependabotFrom.exec(line)?.groups ?? {};
      return tag === undefined ? [] : [`${image}:${tag}`];
    });
  expect(found).toEqual(images);
});

test("dependabot cannot read a name that is a build argument", () => {
  expect(dependabotFrom.exec("FROM $" + "{NODE_IMAGE} AS runtime")).toBeNull();
});

test("dependabot ignores versions that are held back on purpose", () => {
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

/** FROM_LINE of dependabot-core's docker/lib/dependabot/docker/file_parser.rb. A line without a tag gives no dependency. */
const dependabotFrom =
  /^FROM\s+(?:--platform=(?<platform>\S+)\s+)?(?:(?<registry>(?:[a-zA-Z\d]|[a-zA-Z\d][a-zA-Z\d-]*[a-zA-Z\d])(?:\.(?:[a-zA-Z\d]|[a-zA-Z\d][a-zA-Z\d-]*[a-zA-Z\d]))+(?::\d+)?)\/)?(?<image>[a-z\d]+(?:(?:[._]|__|[-]*)[a-z\d]+)*(?:\/[a-z\d]+(?:(?:[._]|__|[-]*)[a-z\d]+)*)*)(?::(?<tag>\w[\w.-]{0,127}))?(?:@(?<digest>\S+))?(?:\s+AS\s+(?<name>[\w-]+))?/;

/** An expression as a workflow file has it. */
function expression(text: string): string {
  return `\${{ ${text} }}`;
}

interface DependabotUpdate {
  readonly "package-ecosystem": string;
  readonly directories?: readonly string[];
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
