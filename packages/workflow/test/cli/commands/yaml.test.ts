import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { parseAllDocuments } from "yaml";
import * as z from "zod";
import { addYamlCommand } from "../../../src/cli/commands/yaml.js";
import { UsageError } from "../../../src/definition/errors.js";
import { defineStep, defineWorkflow, parameter } from "../../../src/index.js";
import { tempDir } from "../../temp-dir.js";

const step = defineStep({ name: "work", inputs: {}, outputs: {}, run: () => ({}) });
const training = defineWorkflow({
  name: "training",
  parameters: { rows: parameter(z.int(), 10) },
  build(dag) {
    dag.task(step, {});
  },
});
const scoring = defineWorkflow({
  name: "scoring",
  build(dag) {
    dag.task(step, {});
  },
});

let folder = "";
beforeEach(() => {
  folder = tempDir();
  vi.stubEnv("TIPHYS_ROOT", folder);
  vi.stubEnv("IMAGE_NAME", undefined);
  vi.stubEnv("npm_lifecycle_event", undefined);
  packageJson({ version: "1.2.3", tiphys: { image: "ghcr.io/you/app" } });
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

function packageJson(content: unknown): void {
  writeFileSync(join(folder, "package.json"), JSON.stringify(content));
}

/** The command's standard output. */
async function yaml(...args: readonly string[]): Promise<string> {
  const program = new Command();
  addYamlCommand(program, { workflows: [training, scoring] });
  const write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  await program.parseAsync(["yaml", ...args], { from: "user" });
  const text = write.mock.calls.map(([chunk]) => String(chunk)).join("");
  write.mockRestore();
  return text;
}

async function documents(...args: readonly string[]): Promise<unknown[]> {
  return parseAllDocuments(await yaml(...args), { version: "1.1" }).map((document) => document.toJS());
}

async function imageOf(...args: readonly string[]): Promise<string | undefined> {
  return / image: (.*)/.exec(await yaml(...args))?.[1];
}

test("writes the first workflow to standard output", async () => {
  expect(await documents()).toMatchObject([{ kind: "Workflow", metadata: { generateName: "training-" } }]);
});

test("writes the named workflow, or suggests one", async () => {
  expect(await documents("scoring")).toMatchObject([{ metadata: { generateName: "scoring-" } }]);
  await expect(yaml("scorin")).rejects.toThrow(
    new UsageError('There is no workflow "scorin". Did you mean "scoring"? Available: training, scoring.'),
  );
});

test("every flag appears in the manifest", async () => {
  const flags = ["--namespace", "argo", "--service-account", "runner", "--set", "rows=5"];
  const labels = ["--label", "team=ml", "--label", "note=a-b"];
  const cron = ["--schedule", "0 3 * * 1", "--timezone", "Europe/Berlin", "--concurrency-policy", "Allow"];

  expect(await documents("--kind", "CronWorkflow", ...flags, ...labels, ...cron)).toMatchObject([
    {
      kind: "CronWorkflow",
      metadata: { name: "training", namespace: "argo", labels: { team: "ml", note: "a-b" } },
      spec: {
        schedules: ["0 3 * * 1"],
        timezone: "Europe/Berlin",
        concurrencyPolicy: "Allow",
        workflowSpec: {
          serviceAccountName: "runner",
          arguments: { parameters: [{ name: "rows", value: "5" }] },
        },
      },
    },
  ]);
});

test("every --schedule counts, and each field of a CronWorkflow has an option", async () => {
  const schedules = ["--schedule", "0 3 * * 1", "--schedule", "30 12 * * 5"];
  const conditions = [
    "--when",
    "{{= cronworkflow.lastScheduledTime == nil }}",
    "--stop-strategy",
    "cronworkflow.failed >= 3",
  ];
  const limits = [
    "--starting-deadline-seconds",
    "60",
    "--successful-jobs-history-limit",
    "5",
    "--failed-jobs-history-limit",
    "0",
  ];

  expect(await documents("--kind", "CronWorkflow", ...schedules, ...conditions, ...limits)).toMatchObject([
    {
      spec: {
        schedules: ["0 3 * * 1", "30 12 * * 5"],
        concurrencyPolicy: "Forbid",
        when: "{{= cronworkflow.lastScheduledTime == nil }}",
        stopStrategy: { expression: "cronworkflow.failed >= 3" },
        startingDeadlineSeconds: 60,
        successfulJobsHistoryLimit: 5,
        failedJobsHistoryLimit: 0,
      },
    },
  ]);
});

test.each([
  [["--when", "true"], "--when is for --kind CronWorkflow."],
  [["--failed-jobs-history-limit", "1"], "--failed-jobs-history-limit is for --kind CronWorkflow."],
  [["--kind", "CronWorkflow", "--starting-deadline-seconds", "1.5"], "expected a whole number from 0"],
  [["--kind", "CronWorkflow", "--when", "true"], 'needs a schedule: --schedule "0 3 * * 1"'],
])("%j is wrong usage", async (args, message) => {
  await expect(yaml(...args)).rejects.toThrow(message);
});

test("a binding is a separate document after its template", async () => {
  const flags = ["--selector", "payload.ok", "--event-param", "rows=payload.n == 1 ? 2 : 3"];

  expect(await documents("--kind", "WorkflowEventBinding", ...flags)).toMatchObject([
    { kind: "WorkflowTemplate" },
    {
      kind: "WorkflowEventBinding",
      spec: {
        event: { selector: "payload.ok" },
        submit: {
          arguments: { parameters: [{ name: "rows", valueFrom: { event: "payload.n == 1 ? 2 : 3" } }] },
        },
      },
    },
  ]);
});

test("the image comes from --image, then IMAGE_NAME, then package.json with its version", async () => {
  expect(await imageOf()).toBe("ghcr.io/you/app:1.2.3");
  vi.stubEnv("IMAGE_NAME", "from-environment:1");
  expect(await imageOf()).toBe("from-environment:1");
  expect(await imageOf("--image", "from-flag:1")).toBe("from-flag:1");
});

test.each([
  ["localhost:5000/app", "localhost:5000/app:1.2.3"],
  ["ghcr.io/you/app:stable", "ghcr.io/you/app:stable"],
  [`app@sha256:${"0".repeat(64)}`, `app@sha256:${"0".repeat(64)}`],
])("package.json's image %s gives %s", async (image, expected) => {
  packageJson({ version: "1.2.3", tiphys: { image } });
  expect(await imageOf()).toBe(expected);
});

test("no image, or one without tag and version, is wrong usage", async () => {
  await expect(yaml("--image", "app")).rejects.toThrow(UsageError);
  packageJson({ tiphys: { image: "app" } });
  await expect(yaml()).rejects.toThrow(UsageError);
  packageJson({ version: "1.2.3" });
  await expect(yaml()).rejects.toThrow(
    new UsageError(
      `No image is set. Pass --image, set IMAGE_NAME, or put { "tiphys": { "image": … } } into ${folder}/package.json.`,
    ),
  );
});

test.each([
  [
    { tiphys: { image: 5 } },
    "tiphys.image: invalid input: expected string, received number. Expected, for example,",
  ],
  [{ version: 1, tiphys: { image: "app" } }, "version: invalid input: expected string, received number"],
  [{ tiphys: null }, "tiphys: invalid input: expected object, received null"],
  [[], "invalid input: expected object, received array"],
])("a package.json with %j is refused in one line", async (content, message) => {
  packageJson(content);
  const refused = yaml();
  await expect(refused).rejects.toThrow(UsageError);
  await expect(refused).rejects.toThrow(`${folder}/package.json: ${message}`);
});

test("a package.json that is not JSON is refused by its name", async () => {
  writeFileSync(join(folder, "package.json"), "{");
  await expect(yaml()).rejects.toThrow(`${folder}/package.json cannot be read: `);
});

test("--output writes the same bytes to a file, atomically, and nothing else", async () => {
  const file = join(folder, "workflow.yaml");

  expect(await yaml("--output", file)).toBe("");
  expect(readFileSync(file, "utf8")).toBe(await yaml());
  expect(readdirSync(folder).sort()).toEqual(["package.json", "workflow.yaml"]);
});

test("--fuse lets tasks that only follow each other share a pod, and --no-fuse overrides the workflow's option", async () => {
  const two = defineWorkflow({
    name: "two",
    argo: { fuse: true },
    build(dag) {
      const first = dag.task(step, {}, { name: "first" });
      dag.task(step, {}, { name: "second", after: [first] });
    },
  });
  const command = async (...args: string[]): Promise<boolean> => {
    const program = new Command();
    addYamlCommand(program, { workflows: [two, { ...two, name: "separate", argo: {} }] });
    const write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
    await program.parseAsync(["yaml", ...args], { from: "user" });
    const text = write.mock.calls.map(([chunk]) => String(chunk)).join("");
    write.mockRestore();
    return text.includes("name: first-to-second");
  };
  expect(await command("two")).toBe(true);
  expect(await command("two", "--no-fuse")).toBe(false);
  expect(await command("separate")).toBe(false);
  expect(await command("separate", "--fuse")).toBe(true);
  for (const kind of ["WorkflowTemplate", "ClusterWorkflowTemplate"])
    expect(await command("separate", "--fuse", "--kind", kind)).toBe(true);
  expect(await command("separate", "--fuse", "--kind", "CronWorkflow", "--schedule", "0 3 * * 1")).toBe(true);
});
