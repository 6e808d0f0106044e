import { expect, test } from "vitest";
import * as z from "zod";
import { compileManifests, type ManifestOptions } from "../../../src/argo/index.js";
import type { Workflow } from "../../../src/definition/graph.js";
import { artifact, defineStep, defineWorkflow, inputArtifact, parameter, text } from "../../../src/index.js";

const load = defineStep({
  name: "load",
  inputs: { file: artifact(text) },
  outputs: { page: artifact(text), length: parameter(z.int()) },
  run: ({ file }) => ({ page: file, length: file.length }),
});
const shout = defineStep({
  name: "shout",
  inputs: { page: artifact(text), times: parameter(z.int(), 1) },
  outputs: { page: artifact(text) },
  run: ({ page, times }) => ({ page: page.toUpperCase().repeat(times) }),
});

const repeatWord = defineStep({
  name: "repeat-word",
  inputs: { times: parameter(z.int()) },
  outputs: { page: artifact(text) },
  run: ({ times }) => ({ page: "word".repeat(times) }),
});

const pipeline = pipelineWith();

function pipelineWith(strategy?: "Never" | "OnWorkflowDeletion"): Workflow {
  return defineWorkflow({
    name: "pipeline",
    ...(strategy && { argo: { spec: { artifactGC: { strategy } } } }),
    artifacts: { file: inputArtifact(text, { path: "page.txt", key: "page.txt" }) },
    build(dag, { file }) {
      const { page } = dag.task(load, { file });
      return { page: dag.task(shout, { page, times: 2 }).page };
    },
  });
}

const specSchema = z.object({
  artifactGC: z.unknown().optional(),
  templates: z.array(
    z.looseObject({
      name: z.string(),
      inputs: z.looseObject({ parameters: z.array(z.unknown()).optional() }).optional(),
      outputs: z.looseObject({ parameters: z.array(z.unknown()).optional() }).optional(),
      memoize: z.object({ key: z.string(), maxAge: z.string(), cache: z.unknown() }).optional(),
      script: z.looseObject({ env: z.array(z.unknown()).optional() }).optional(),
      dag: z.object({ tasks: z.array(z.looseObject({ name: z.string() })) }).optional(),
    }),
  ),
});

function specOf(workflow: Workflow, options: Partial<ManifestOptions> = {}): z.output<typeof specSchema> {
  const [manifest] = compileManifests(workflow, {
    image: "localhost/app:1",
    memoize: { codeDigest: ({ name }) => `code of ${name}` },
    ...options,
  });
  return specSchema.parse(manifest?.spec);
}

function template(workflow: Workflow, name: string, options?: Partial<ManifestOptions>) {
  const found = specOf(workflow, options).templates.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no template ${name}`);
  return found;
}

function key(workflow: Workflow, name: string, options?: Partial<ManifestOptions>): string | undefined {
  return template(workflow, name, options).memoize?.key;
}

test("a task whose artifacts come from tasks has a key of its code, its parameters and their digests", () => {
  expect(template(pipeline, "shout").memoize).toEqual({
    key: expect.stringMatching(
      /^\{\{=sprig\.sha256sum\(toJson\(\['[0-9a-f]{64}', inputs\.parameters\['times'\], inputs\.parameters\['page-sha256'\]\]\)\)\}\}$/,
    ),
    maxAge: "",
    cache: { configMap: { name: "memoize-pipeline-shout" } },
  });
});

test("the task before it outputs the digests of its artifacts, and is not memoized: it reads what no task outputs", () => {
  const { memoize, outputs, script } = template(pipeline, "load");
  expect(memoize).toBeUndefined();
  expect(outputs?.parameters).toEqual([
    { name: "length", valueFrom: { path: "/tmp/argo/outputs/parameters/length" } },
    { name: "page-sha256", valueFrom: { path: "/tmp/argo/outputs/parameters/page-sha256" } },
  ]);
  expect(script?.env).toContainEqual({ name: "OUTPUT_DIGESTS", value: "true" });
  const [main] = specOf(pipeline).templates;
  expect(main?.dag?.tasks[1]).toMatchObject({
    arguments: {
      parameters: [
        { name: "times", value: "2" },
        { name: "page-sha256", value: "{{tasks.load.outputs.parameters.page-sha256}}" },
      ],
    },
  });
});

test("the key changes with the code and the image, and with nothing else", () => {
  const first = key(pipeline, "shout");
  expect(key(pipeline, "shout", { labels: { a: "b" }, namespace: "other" })).toBe(first);
  expect(key(pipeline, "shout", { image: "localhost/app:2" })).not.toBe(first);
  expect(key(pipeline, "shout", { memoize: { codeDigest: () => "other" } })).not.toBe(first);
});

test("two steps with the same code and parameters have different keys, and so has a step with another environment", () => {
  const workflow = (name: string, env: readonly { name: string; value: string }[]): Workflow =>
    defineWorkflow({
      name: "alone",
      build: (dag) => ({ page: dag.task({ ...repeatWord, name }, { times: 3 }, { env }).page }),
    });
  const memoize = { codeDigest: () => "the file of both" };
  const keys = [
    key(workflow("one", []), "one", { memoize }),
    key(workflow("two", []), "two", { memoize }),
    key(workflow("two", [{ name: "MODE", value: "1" }]), "two", { memoize }),
  ];
  expect(new Set(keys).size).toBe(3);
});

test("a step that has a name of a digest itself runs each time, and its parameter stays its own", () => {
  const odd = defineStep({
    name: "odd",
    inputs: { times: parameter(z.int()) },
    outputs: { page: artifact(text), "page-sha256": parameter(z.string()) },
    run: () => ({ page: "x", "page-sha256": "mine" }),
  });
  const workflow = defineWorkflow({
    name: "alone",
    build: (dag) => ({ page: dag.task(odd, { times: 3 }).page }),
  });
  expect(key(workflow, "odd")).toBeUndefined();
});

test("a step without a code digest runs each time", () => {
  const memoize = { codeDigest: () => undefined };
  for (const { memoize: found, outputs } of specOf(pipeline, { memoize }).templates) {
    expect(found).toBeUndefined();
    expect(JSON.stringify(outputs ?? {})).not.toContain("sha256");
  }
});

test("tasks that are mapped, and those that read a list of them, run each time", () => {
  const mapped = defineWorkflow({
    name: "mapped",
    build(dag) {
      const { page } = dag.map(repeatWord, [1, 2], (times) => ({ times }));
      return { page };
    },
  });
  expect(specOf(mapped).templates.map(({ memoize }) => memoize)).not.toContainEqual(expect.anything());
});

test("a task without artifacts is memoized by its parameters alone", () => {
  const workflow = defineWorkflow({
    name: "alone",
    build: (dag) => ({ page: dag.task(repeatWord, { times: 3 }).page }),
  });
  expect(key(workflow, "repeat-word")).toContain("inputs.parameters['times']");
});

test("a maximum age is the template's", () => {
  const memoize = { codeDigest: () => "code", maxAge: "72h" };
  expect(template(pipeline, "shout", { memoize }).memoize?.maxAge).toBe("72h");
});

test("artifacts that later workflows take are never deleted by artifactGC", () => {
  expect(specOf(pipeline).artifactGC).toEqual({ strategy: "Never" });
  expect(() => specOf(pipelineWith("OnWorkflowDeletion"))).toThrow(
    'pipeline: its artifactGC deletes artifacts (OnWorkflowDeletion), and a later workflow that takes them from the cache would not find them. Set argo.spec.artifactGC to { strategy: "Never" }',
  );
});

test("without the option a manifest has neither keys nor digests", () => {
  const text = JSON.stringify(compileManifests(pipeline, { image: "localhost/app:1" }));
  expect(text).not.toContain("memoize");
  expect(text).not.toContain("sha256");
});
