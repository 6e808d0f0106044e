import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { program, project } from "../../fixture-project.js";
import { pipeline } from "../../program.js";
import { kindServer } from "../../server/kind-server.js";

let root: string;
beforeAll(() => {
  root = project({
    "src/main.ts": program(`
const greet = defineStep({
  name: "greet",
  inputs: { name: parameter(z.string()) },
  outputs: { greeting: parameter(z.string()) },
  run: ({ name }) => ({ greeting: "hello " + name }),
});
const greeting = defineWorkflow({
  name: "greeting",
  parameters: { name: parameter(z.string(), "world") },
  build: (dag, { name }) => ({ greeting: dag.task(greet, { name }).greeting }),
});
const count = defineStep({
  name: "count",
  inputs: { words: artifact(text) },
  outputs: { count: parameter(z.int()) },
  run: ({ words }) => ({ count: words.length }),
});
const counting = defineWorkflow({
  name: "counting",
  artifacts: { words: inputArtifact(text, { path: "words.txt", key: "data/words.txt" }) },
  build: (dag, { words }) => ({ count: dag.task(count, { words }).count }),
});
await main({ workflows: [greeting, counting] });
`),
    "store/data/word.txt": "a b c",
  });
});

const image = ["--image", "localhost/greeting:1"];

describe("submit", () => {
  test("asks the server to lint the manifest, creates it, and prints its name and page", async () => {
    const { env, asked } = await kindServer();
    const { code, stdout } = await pipeline(root, ["submit", ...image, "--set", "name=you"], { env });
    expect(code).toBe(0);
    const [lint, create] = asked;
    expect([lint?.path, create?.path]).toEqual(["/api/v1/workflows/argo/lint", "/api/v1/workflows/argo"]);
    const { workflow } = JSON.parse(create?.body ?? "");
    expect(workflow.spec.arguments.parameters).toEqual([{ name: "name", value: "you" }]);
    const { name } = workflow.metadata;
    expect(stdout).toBe(`Submitted ${name} to argo\n  ${env.ARGO_SERVER}/workflows/argo/${name}\n`);
    const remembered = JSON.parse(readFileSync(join(root, "runs", ".submitted.json"), "utf8"));
    expect(remembered).toEqual({ name, namespace: "argo" });
  });

  test("runs a template of the cluster with a generated name", async () => {
    const { env, asked } = await kindServer();
    const args = ["submit", "--from", "workflowtemplate/greeting", "--set", "name=you", "--label", "team=ml"];
    expect(await pipeline(root, args, { env })).toMatchObject({ code: 0, stderr: "" });
    expect(asked.map(({ path }) => path)).toEqual(["/api/v1/workflows/argo/submit"]);
    expect(JSON.parse(asked[0]?.body ?? "")).toMatchObject({
      resourceKind: "WorkflowTemplate",
      resourceName: "greeting",
      submitOptions: {
        parameters: ["name=you"],
        labels: "team=ml",
        name: expect.stringMatching(/^greeting-.{5}$/),
      },
    });
  });

  test("submits nothing if the dataset is not in the store, and says how to upload it", async () => {
    const { env, asked } = await kindServer();
    const args = ["submit", "counting", ...image, "--store", "store"];
    expect(await pipeline(root, args, { env })).toMatchObject({
      code: 1,
      stdout: "",
      stderr: expect.stringMatching(
        /^artifact "words": .*store has no key "data\/words\.txt"\. Did you mean "data\/word\.txt"\? Upload it with: npm run data -- push words --workflow counting --store .*store\n$/,
      ),
    });
    expect(asked).toEqual([]);
  });

  test("submits if the dataset is stored under the key from --set", async () => {
    const { env, asked } = await kindServer();
    const args = ["submit", "counting", ...image, "--store", "store", "--set", "words-key=data/word.txt"];
    expect(await pipeline(root, args, { env })).toMatchObject({ code: 0, stderr: "" });
    expect(asked).toHaveLength(2);
  });

  test.each([
    [
      ["submit", "--from", "greeting"],
      "--from greeting: expected workflowtemplate/NAME, clusterworkflowtemplate/NAME or cronwf/NAME.\n",
    ],
    [
      ["submit", "greting", ...image],
      'There is no workflow "greting". Did you mean "greeting"? Available: greeting, counting.\n',
    ],
    [
      ["submit", ...image, "--set", "nme=x"],
      'greeting has no parameter "nme" in the cluster. Did you mean "name"?\n',
    ],
  ])("%j asks the server nothing, and says what is wrong", async (args, stderr) => {
    const { env, asked } = await kindServer();
    expect(await pipeline(root, args, { env })).toMatchObject({ code: 2, stdout: "", stderr });
    expect(asked).toEqual([]);
  });

  test("without a server says how to name one", async () => {
    const { code, stderr } = await pipeline(root, ["submit", ...image]);
    expect(code).toBe(2);
    expect(stderr).toContain("Set ARGO_SERVER");
  });
});

describe("actions on a workflow", () => {
  test.each([
    ["stop", ["--message", "why"], "PUT", "/stop", { message: "why" }, "workflow friday stopped\n"],
    ["terminate", [], "PUT", "/terminate", {}, "workflow friday terminated\n"],
    ["suspend", [], "PUT", "/suspend", {}, "workflow friday suspended\n"],
    ["retry", ["--set", "name=x"], "PUT", "/retry", { parameters: ["name=x"] }, "workflow friday retried\n"],
    [
      "resubmit",
      ["--memoized"],
      "PUT",
      "/resubmit",
      { memoized: true },
      "workflow friday resubmitted as friday\n",
    ],
    ["delete", [], "DELETE", "", {}, "workflow friday deleted\n"],
  ])("%s", async (verb, flags, method, path, fields, stdout) => {
    const { env, asked } = await kindServer();
    expect(await pipeline(root, [verb, "friday", ...flags], { env })).toMatchObject({
      code: 0,
      stdout,
      stderr: "",
    });
    expect(asked).toMatchObject([{ method, path: `/api/v1/workflows/argo/friday${path}` }]);
    expect(asked[0]?.body === "" ? {} : JSON.parse(asked[0]?.body ?? "")).toMatchObject(fields);
  });

  test("takes the workflow that was submitted last, unless it is in another namespace", async () => {
    const { env, asked } = await kindServer();
    await pipeline(root, ["submit", ...image, "--name", "monday"], { env });
    expect(await pipeline(root, ["stop"], { env })).toMatchObject({ stdout: "workflow monday stopped\n" });
    const count = asked.length;
    const elsewhere = await pipeline(root, ["stop", "--namespace", "other"], { env });
    expect(elsewhere.code).toBe(2);
    expect(elsewhere.stderr).toContain("monday, which was submitted last, is in argo.");
    expect(asked).toHaveLength(count);
  });
});

describe("templates and schedules of the cluster", () => {
  test("a template is linted and created", async () => {
    const { env, asked } = await kindServer();
    const ended = await pipeline(root, ["template", "create", ...image], { env });
    expect(ended).toMatchObject({ code: 0, stdout: "WorkflowTemplate greeting created\n" });
    expect(asked.map(({ path }) => path)).toEqual([
      "/api/v1/workflow-templates/argo/lint",
      "/api/v1/workflow-templates/argo",
    ]);
  });

  test("an update says which version it replaces", async () => {
    const { env, asked } = await kindServer();
    const args = ["cron", "update", ...image, "--schedule", "0 3 * * 1"];
    expect(await pipeline(root, args, { env })).toMatchObject({
      code: 0,
      stdout: "CronWorkflow greeting updated\n",
    });
    const { cronWorkflow } = JSON.parse(asked.at(-1)?.body ?? "");
    expect(cronWorkflow.metadata).toMatchObject({ name: "greeting", resourceVersion: "7", uid: "u" });
    expect(cronWorkflow.spec.schedules).toEqual(["0 3 * * 1"]);
  });

  test("a schedule is suspended and resumed", async () => {
    const { env, asked } = await kindServer();
    expect(await pipeline(root, ["cron", "suspend"], { env })).toMatchObject({
      stdout: "CronWorkflow greeting suspended\n",
    });
    expect(await pipeline(root, ["cron", "resume"], { env })).toMatchObject({
      stdout: "CronWorkflow greeting resumed\n",
    });
    expect(asked.map(({ path }) => path)).toEqual([
      "/api/v1/cron-workflows/argo/greeting/suspend",
      "/api/v1/cron-workflows/argo/greeting/resume",
    ]);
  });

  test("a misspelt verb ends with exit code 2", async () => {
    expect(await pipeline(root, ["cron", "suspnd"])).toMatchObject({ code: 2 });
  });
});
