import { expect, test } from "vitest";
import * as z from "zod";
import { compileManifests } from "../../../src/argo/index.js";
import type { Workflow } from "../../../src/definition/graph.js";
import { artifact, defineStep, defineWorkflow, parameter, type Retry, text } from "../../../src/index.js";

const write = defineStep({
  name: "write",
  inputs: { word: parameter(z.string()) },
  outputs: { page: artifact(text), length: parameter(z.int()) },
  run: ({ word }) => ({ page: word, length: word.length }),
});
const read = defineStep({
  name: "read",
  inputs: { page: artifact(text), length: parameter(z.int()) },
  outputs: { page: artifact(text) },
  run: ({ page }) => ({ page }),
});

function chain(word: string, retries: readonly (Retry | undefined)[] = []): Workflow {
  return defineWorkflow({
    name: "chain",
    argo: { fuse: true },
    build(dag) {
      const [first, second] = retries.map((retry) => (retry === undefined ? {} : { retry }));
      const a = dag.task(write, { word }, { name: "a", ...first });
      const b = dag.task(read, { page: a.page, length: a.length }, { name: "b", timeout: "30s", ...second });
      return { page: b.page };
    },
  });
}

const specSchema = z.object({
  templates: z.array(
    z.looseObject({
      name: z.string(),
      script: z.looseObject({ command: z.array(z.string()), source: z.string() }).optional(),
      retryStrategy: z.unknown().optional(),
      activeDeadlineSeconds: z.unknown().optional(),
      outputs: z.unknown().optional(),
    }),
  ),
});

function podOf(workflow: Workflow): z.output<typeof specSchema>["templates"][number] {
  const [manifest] = compileManifests(workflow, { image: "localhost/app:1" });
  const pod = specSchema.parse(manifest?.spec).templates.find(({ name }) => name === "a-to-b");
  if (pod === undefined) throw new Error("no template a-to-b");
  return pod;
}

test("a shared pod has a report of its steps, and the outputs of all its tasks", () => {
  const output = (name: string) => ({ name, path: `/tmp/argo/outputs/${name}.txt`, archive: { none: {} } });
  const parameterOf = (name: string) => ({
    name,
    valueFrom: { path: `/tmp/argo/outputs/parameters/${name}` },
  });
  expect(podOf(chain("x")).outputs).toEqual({
    parameters: [parameterOf("steps"), parameterOf("a_length")],
    artifacts: [output("a_page"), output("b_page")],
  });
});

test("its source is a plan in JSON without tags or variables, except for the parameters", () => {
  const { script } = podOf(chain("{{x}} {{{y}}} $(HOME) $$"));
  expect(script?.command).toEqual(["node", "/app/main.js", "pod"]);
  const source = script?.source ?? "";
  expect(source.match(/\{\{[^}]*\}\}/g)).toEqual(["{{inputs.parameters}}"]);
  expect(source).not.toContain("$");
  expect(JSON.parse(source.replace("{{inputs.parameters}}", "null"))).toEqual({
    steps: [
      {
        task: "a",
        step: "write",
        parameters: { word: { text: "{{x}} {{{y}}} $(HOME) $$" } },
        artifacts: {},
      },
      {
        task: "b",
        step: "read",
        parameters: { length: { file: "parameters/a_length" } },
        artifacts: { page: "outputs/a_page.txt" },
        timeout: "30s",
      },
    ],
    parameters: null,
  });
});

test("Argo repeats a pod that was lost or killed, as often as the step with the most retries; timeouts are the steps' own", () => {
  const backoff = { duration: "5s" } as const;
  const pod = podOf(chain("x", [{ limit: 1 }, { limit: 3, backoff }]));
  expect(pod.retryStrategy).toEqual({
    limit: "3",
    retryPolicy: "Always",
    expression:
      "lastRetry.status == 'Error' || asInt(lastRetry.exitCode) < 0 || asInt(lastRetry.exitCode) > 128",
    backoff: { duration: "5s" },
  });
  expect(pod.activeDeadlineSeconds).toBeUndefined();
  expect(podOf(chain("x")).retryStrategy).toBeUndefined();
});

test("without the option each task has a pod of its own", () => {
  const [manifest] = compileManifests(chain("x"), { image: "localhost/app:1", fuse: false });
  expect(specSchema.parse(manifest?.spec).templates.map(({ name }) => name)).toEqual([
    "chain",
    "write",
    "read",
  ]);
});
