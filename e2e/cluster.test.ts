import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Workflow } from "@tiphys/workflow";
import { compileManifests, toYaml } from "@tiphys/workflow/argo";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { modelTrainingPipeline } from "../src/workflow.js";
import { createTemplate, type FinishedWorkflow, finished, logsOf, resume, submit } from "./argo.js";
import { bucket } from "./bucket.js";
import * as foreign from "./external-workflows.js";
import * as workflows from "./workflows.js";

/** Image that holds `npm run build e2e/main.ts`, known to the cluster. */
const image = process.env.E2E_IMAGE;
/** The same Node as in the image, to compare bytes. */
const node = process.env.E2E_NODE ?? process.execPath;
const root = join(import.meta.dirname, "..");
const timeout = 420_000;

if (image === undefined || process.env.ARGO_SERVER === undefined) {
  console.log(
    "No cluster: set E2E_IMAGE, ARGO_SERVER, ARGO_TOKEN, ARGO_NAMESPACE, S3_ENDPOINT, S3_BUCKET and AWS_…",
  );
}

describe.skipIf(image === undefined || process.env.ARGO_SERVER === undefined)("on a real cluster", () => {
  const scratch = mkdtempSync(join(tmpdir(), "e2e-"));
  const names = new Map<string, string>();
  const deadline = Date.now() + timeout;

  beforeAll(async () => {
    await bucket().put("datasets/diabetes.csv", readFileSync(join(root, "data", "diabetes.csv")));
    const start = async (
      key: string,
      workflow: Workflow,
      parameters?: Readonly<Record<string, string>>,
      fuse?: boolean,
    ): Promise<void> => {
      const file = join(scratch, `${key}.yaml`);
      const options = { image: image ?? "", ...(fuse === undefined ? {} : { fuse }) };
      writeFileSync(file, toYaml(compileManifests(workflow, options)));
      names.set(key, await submit(file, parameters));
    };
    await start("diabetes", modelTrainingPipeline);
    await start("diabetes-in-one-pod", modelTrainingPipeline, {}, true);
    await start("shared", workflows.sharedPod);
    await start("shared-broken", workflows.sharedPod, { broken: "true" });
    await start("approve", workflows.approve);
    await start("heads", workflows.coinflip, { seed: "0" });
    await start("tails", workflows.coinflip, { seed: "1" });
    await start("maps", workflows.maps);
    await start("empty", workflows.maps, { count: "0" });
    await start("texts", workflows.texts);
    await start("nested", workflows.nested);
    await start("repeat", workflows.repeat);
    await start("retry", workflows.retry);
    await start("exit", workflows.exit);
    await start("exit-failed", workflows.exit, { fail: "true" });
    await start("containers", foreign.containers);
    await start("scripts", foreign.scripts);
    const template = join(scratch, "shared.yaml");
    writeFileSync(
      template,
      toYaml(compileManifests(foreign.shared, { image: image ?? "", kind: "WorkflowTemplate" })),
    );
    await createTemplate(template, foreign.shared.name);
    await start("refers", foreign.refers);
    await resume(names.get("approve") ?? "", "review", { decision: "yes", rate: "1.5" }, deadline);
  });

  afterAll(() => rmSync(scratch, { recursive: true, force: true }));

  const end = (key: string): Promise<FinishedWorkflow> => finished(names.get(key) ?? "", deadline);

  test.each([
    ["a pod for each step", "diabetes", (task: string) => ({ node: task, prefix: "" })],
    [
      "one pod",
      "diabetes-in-one-pod",
      (task: string) => ({ node: "load-and-split-dataset-to-evaluate", prefix: `${task}_` }),
    ],
  ])(
    "the pipeline's artifacts in S3 from %s are byte-equal to those of a run on this machine",
    async (_, key, placeOf) => {
      const workflow = await end(key);
      expect(workflow.phase).toBe("Succeeded");
      const runs = join(scratch, `runs-${key}`);
      const program = join(root, "dist", "main.js");
      const local = JSON.parse(
        execFileSync(node, [program, "run", "--json", "--runs", runs], {
          cwd: root,
          encoding: "utf8",
          timeout: 60_000,
        }),
      );
      const compared: string[] = [];
      for (const task of local.tasks) {
        const { node: podName, prefix } = placeOf(task.name);
        const pod = workflow.nodes.find((found) => found.displayName === podName);
        for (const [name, artifact] of Object.entries<{ path: string }>(task.outputs.artifacts)) {
          const stored = pod?.outputs?.artifacts?.find((found) => found.name === `${prefix}${name}`);
          const content = await bucket().get(stored?.s3?.key ?? "");
          expect(
            Buffer.compare(content, readFileSync(join(local.directory, artifact.path))),
            `${task.name}/${name} in ${stored?.s3?.key}`,
          ).toBe(0);
          compared.push(`${task.name}/${name}`);
        }
      }
      expect(compared).toHaveLength(15);
      expect(workflow.outputs).toMatchObject({ accuracy: "0.7532467532467533" });
    },
  );

  test("one of two branches runs, and its parameter and artifact are chosen", async () => {
    expect(await end("heads")).toMatchObject({
      phase: "Succeeded",
      outputs: { answer: 'I say heads "quoted" {{x}}\nü / 22 / nothing', length: "22" },
    });
    expect(await end("tails")).toMatchObject({
      phase: "Succeeded",
      outputs: { answer: "I say tails / nothing / I say tails", length: "5" },
    });
  });

  test("maps run over lists of parameters and of artifacts, and output lists", async () => {
    expect(await end("maps")).toMatchObject({
      phase: "Succeeded",
      outputs: {
        squares: "[1,4,9]",
        files: "[1,4,9]",
        halves: "[0.5,1,1.5]",
        moreFiles: "[0.5,2,4.5]",
        moreHalves: "[1,2,3]",
      },
    });
  });

  test("maps over empty lists output empty lists", async () => {
    expect(await end("empty")).toMatchObject({
      phase: "Succeeded",
      outputs: { squares: "[]", files: "[]", halves: "[]", moreFiles: "[]", moreHalves: "[]" },
    });
  });

  test("texts pass through maps unchanged, whatever characters they have", async () => {
    const words = JSON.stringify(['say "hi"', "back\\slash", "two\nlines", "42", "$(HOME)", "{{x}} {{=y}}"]);
    expect(await end("texts")).toMatchObject({
      phase: "Succeeded",
      outputs: { first: words, second: words, labels: JSON.stringify(Array(6).fill("dynamic")) },
    });
  });

  test("a nested workflow runs twice, each with its own artifacts", async () => {
    expect(await end("nested")).toMatchObject({
      phase: "Succeeded",
      outputs: { files: "[2,11]", halves: "[6,43]", outer: "[3,21.5]" },
    });
  });

  test("a repetition ends when its condition is true, and outputs the last round's outputs", async () => {
    expect(await end("repeat")).toMatchObject({ phase: "Succeeded", outputs: { n: "3", end: "4" } });
  });

  test("containers read and write parameters, artifacts and lists, once and in maps", async () => {
    const { phase, outputs } = await end("containers");
    expect(phase).toBe("Succeeded");
    const odd = `it's "odd": $(HOME) $$ $HOME {{x}} back\\slash ü`;
    const words = ["a", 'say "hi"', "US$$ $(HOME) ü", "two\nlines"];
    const pages = words.map((word) => `<${word}>`);
    expect(outputs).toMatchObject({
      count: "3",
      remark: `${odd}/(absent)//(absent)/pear\napple\nfig`,
      bytes: '["1","8","15","9"]',
    });
    expect(JSON.parse(outputs.sorted ?? "")).toEqual(["apple", "fig", "pear"]);
    expect(JSON.parse(outputs.pages ?? "")).toEqual(pages);
    expect(JSON.parse(outputs.loud ?? "")).toEqual(
      pages.map((page) => page.replace(/[a-z]/g, (letter) => letter.toUpperCase())),
    );
    expect(JSON.parse(outputs.parts ?? "")).toEqual(["pear", "apple", "fig"]);
  });

  test("scripts in JavaScript and shell run once and in maps", async () => {
    const { phase, outputs } = await end("scripts");
    expect(phase).toBe("Succeeded");
    const odd = `it's "odd": $(HOME) $$ $HOME {{x}} back\\slash ü`;
    expect(JSON.parse(outputs.one ?? "")).toEqual({ n: 42, text: `kg 6f4b $$ ${odd}` });
    expect(JSON.parse(outputs.sums ?? "")).toEqual([11, 12, 13]);
    expect(JSON.parse(outputs.each ?? "").map(({ n }: { n: number }) => n)).toEqual([22, 24, 26]);
    expect(outputs).toMatchObject({
      joined: "22: none 4fc8 $$ mapped\n24: none 6b51 $$ mapped\n26: none 3fdb $$ mapped",
      sum: "7",
      echoed: `a$$b ${odd}`,
    });
  });

  test("templates of the cluster are used as tasks", async () => {
    const odd = `it's "odd": $(HOME) $$ $HOME {{x}} back\\slash ü`;
    expect(await end("refers")).toMatchObject({
      phase: "Succeeded",
      outputs: {
        rung: `${odd} ${odd}`,
        page: `2 × ${odd}\n`,
        whole: "ding ding ding",
        each: '["ding","ding ding"]',
      },
    });
  });

  test("a person's values reach the later tasks", async () => {
    expect(await end("approve")).toMatchObject({
      phase: "Succeeded",
      outputs: { squared: "2.25", length: "3", answer: "I say yes / nothing / nothing" },
    });
  });

  test("an unchanged default is used, and preselected in Argo's form", async () => {
    const { outputs, nodes } = await end("approve");
    expect(outputs).toMatchObject({ mood: "bad" });
    const asked = nodes.find(({ displayName, type }) => displayName === "review" && type === "Suspend")
      ?.inputs?.parameters;
    expect(asked).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: "mood", default: "bad", enum: ["good", "bad"] }),
      ]),
    );
  });

  test("a transient failure (exit code 75) and a killed pod are retried", async () => {
    expect(await end("retry")).toMatchObject({
      phase: "Succeeded",
      outputs: { transient: "3", killed: "2" },
    });
  });

  test("a contract violation (exit code 65) is not retried, and no later task starts", async () => {
    const workflow = await end("exit-failed");
    expect(workflow.phase).toBe("Failed");
    const attempts = workflow.nodes.filter(({ name, type }) => type === "Pod" && name.includes(".broken"));
    expect(attempts.map(({ outputs }) => outputs?.exitCode)).toEqual(["65"]);
    expect(workflow.nodes.find(({ displayName }) => displayName === "late")?.phase).toBe("Omitted");
  });

  test("in a shared pod a step is retried, and the pod is repeated if a step was killed", async () => {
    const workflow = await end("shared");
    expect(workflow).toMatchObject({
      phase: "Succeeded",
      outputs: { transient: "3", killed: "2", told: "I say shared 2" },
    });
    const pods = workflow.nodes.filter(({ type }) => type === "Pod");
    expect(pods.map(({ outputs }) => outputs?.exitCode).sort()).toEqual(["0", "137"]);
  });

  test("a shared pod whose last step breaks its contract is not repeated; the other steps' outputs are stored", async () => {
    const workflow = await end("shared-broken");
    expect(workflow.phase).toBe("Failed");
    const pods = workflow.nodes.filter(({ type }) => type === "Pod");
    expect(pods.map(({ outputs }) => outputs?.exitCode).sort()).toEqual(["137", "65"]);
    const last = pods.find(({ outputs }) => outputs?.exitCode === "65");
    expect(last?.outputs?.artifacts?.map(({ name }) => name)).toEqual(["e2e-say_said"]);
    const report = last?.outputs?.parameters?.find(({ name }) => name === "steps")?.value ?? "[]";
    expect(JSON.parse(report)).toMatchObject([
      { task: "e2e-say", phase: "Succeeded" },
      { task: "transient", phase: "Succeeded" },
      { task: "killed", phase: "Succeeded" },
      { task: "e2e-shared-end", phase: "Failed", attempts: [{ exitCode: 65 }] },
    ]);
    expect(await logsOf(names.get("shared-broken") ?? "")).toContain("e2e-shared-end: it is broken");
  });

  test("the exit handler receives status, failures and outputs", async () => {
    await end("exit");
    expect(await logsOf(names.get("exit") ?? "")).toContain("Succeeded none 4 I say done");
    await end("exit-failed");
    expect(await logsOf(names.get("exit-failed") ?? "")).toContain("Failed broken absent I say done");
  });
});
