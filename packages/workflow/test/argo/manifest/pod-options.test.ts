import { expect, test } from "vitest";
import * as z from "zod";
import { compileManifests } from "../../../src/argo/index.js";
import { heapMegabytes } from "../../../src/argo/manifest/pod-defaults.js";
import {
  type ArgoOptions,
  artifact,
  containerStep,
  DefinitionError,
  defineStep,
  defineWorkflow,
  inlineScript,
  inputArtifact,
  parameter,
  type TaskOptions,
  text,
} from "../../../src/index.js";
import { schemaFindings } from "../schema/validate-manifest.js";
import { templateOf, templatesOf } from "./compiled.js";

const step = defineStep({ name: "work", inputs: {}, outputs: {}, run: () => ({}) });
const say = inlineScript({
  name: "say",
  inputs: { "what-to": parameter(z.string(), "hi") },
  result: z.string(),
  run: () => "said",
});
const count = inlineScript({ name: "count", inputs: {}, result: z.int(), run: () => 1 });
const copy = containerStep({
  name: "copy",
  image: "busybox:1.37",
  command: ["sh", "-ec"],
  inputs: { word: parameter(z.string()) },
  outputs: {},
  args: ({ inputs }) => ["echo $(HOME) $$ $word US$", `${inputs.word}!`],
});

function workflowOf(options: TaskOptions<undefined>, argo: ArgoOptions = {}) {
  return defineWorkflow({
    name: "main",
    argo,
    build(dag) {
      dag.task(step, {}, options);
    },
  });
}

test("a container has writable folders, and one for its inputs", () => {
  const sort = containerStep({
    name: "sort",
    image: "busybox:1.37",
    command: ["sort"],
    inputs: { lines: artifact(text) },
    outputs: {},
  });
  const workflow = defineWorkflow({
    name: "main",
    artifacts: { lines: inputArtifact(text, { path: "l.txt", key: "l.txt" }) },
    build: (dag, { lines }) => void dag.task(sort, { lines }),
  });

  expect(templateOf(workflow, "sort")).toMatchObject({
    volumes: [
      { name: "tmp", emptyDir: {} },
      { name: "inputs", emptyDir: {} },
      { name: "outputs", emptyDir: {} },
      { name: "output-parameters", emptyDir: {} },
    ],
    container: {
      volumeMounts: [
        { name: "tmp", mountPath: "/tmp" },
        { name: "inputs", mountPath: "/tmp/argo/inputs" },
        { name: "outputs", mountPath: "/tmp/argo/outputs" },
        { name: "output-parameters", mountPath: "/tmp/argo/outputs/parameters" },
      ],
    },
  });
});

test("a step's pod has only the permissions that it needs", () => {
  const train = defineStep({
    name: "train",
    description: "Fits a model.",
    inputs: { data: artifact(text), rounds: parameter(z.int(), 3) },
    outputs: { model: artifact(text), auc: parameter(z.number()) },
    run: () => ({ model: "", auc: 1 }),
  });
  const workflow = defineWorkflow({
    name: "main",
    artifacts: { data: inputArtifact(text, { path: "d.txt", key: "d.txt" }) },
    build(dag, { data }) {
      dag.task(train, { data });
    },
  });

  expect(templateOf(workflow, "train")).toEqual({
    name: "train",
    metadata: { annotations: { "workflows.argoproj.io/description": "Fits a model." } },
    inputs: {
      parameters: [{ name: "rounds", value: "3" }],
      artifacts: [{ name: "data", path: "/tmp/argo/inputs/data" }],
    },
    outputs: {
      parameters: [{ name: "auc", valueFrom: { path: "/tmp/argo/outputs/parameters/auc" } }],
      artifacts: [{ name: "model", path: "/tmp/argo/outputs/model.txt", archive: { none: {} } }],
    },
    securityContext: {
      runAsNonRoot: true,
      runAsUser: 1000,
      runAsGroup: 1000,
      fsGroup: 1000,
      seccompProfile: { type: "RuntimeDefault" },
    },
    volumes: [{ name: "tmp", emptyDir: {} }],
    script: {
      image: "ghcr.io/you/app:1",
      imagePullPolicy: "IfNotPresent",
      command: ["node", "/app/main.js", "step", "train"],
      source: "{{inputs.parameters}}",
      env: [{ name: "NODE_OPTIONS", value: "--max-old-space-size=384" }],
      resources: {
        requests: { cpu: "100m", memory: "128Mi" },
        limits: { cpu: "1", memory: "512Mi" },
      },
      securityContext: {
        readOnlyRootFilesystem: true,
        allowPrivilegeEscalation: false,
        capabilities: { drop: ["ALL"] },
      },
      volumeMounts: [{ name: "tmp", mountPath: "/tmp" }],
    },
  });
});

test.each([
  ["512Mi", 384],
  ["1Gi", 768],
  ["2G", 1430],
  ["1.5Gi", 1152],
  ["1048576Ki", 768],
  ["1073741824", 768],
  ["32Mi", 64],
])("a memory limit of %s leaves Node %i megabytes of heap", (memory, megabytes) => {
  expect(heapMegabytes(memory)).toBe(megabytes);
  expect(templateOf(workflowOf({ resources: { limits: { memory } } }), "work")?.script).toMatchObject({
    env: [{ name: "NODE_OPTIONS", value: `--max-old-space-size=${megabytes}` }],
  });
});

test.each([{}, { limits: {} }, { limits: { memory: "much" } }])(
  "%j leaves the heap size to Node",
  (resources) => {
    expect(templateOf(workflowOf({ resources }), "work")?.script).not.toHaveProperty("env");
  },
);

test("a task's options extend and override the workflow's", () => {
  const workflow = workflowOf(
    {
      image: "other:2",
      env: [{ name: "B", value: "2" }],
      container: {
        volumeMounts: [{ name: "b", mountPath: "/b" }],
        securityContext: { readOnlyRootFilesystem: false },
      },
      template: {
        volumes: [{ name: "b", emptyDir: {} }],
        nodeSelector: { disk: "ssd" },
        securityContext: { runAsUser: 7 },
      },
    },
    {
      pod: {
        resources: { limits: { memory: "1Gi" } },
        env: [{ name: "A", value: "1" }],
        container: {
          workingDir: "/tmp",
          volumeMounts: [{ name: "a", mountPath: "/a" }],
        },
        template: {
          volumes: [{ name: "a", emptyDir: {} }],
          nodeSelector: { zone: "x" },
          priorityClassName: "low",
        },
      },
    },
  );

  expect(templateOf(workflow, "work")).toEqual({
    name: "work",
    securityContext: {
      runAsNonRoot: true,
      runAsUser: 7,
      runAsGroup: 1000,
      fsGroup: 1000,
      seccompProfile: { type: "RuntimeDefault" },
    },
    volumes: [
      { name: "tmp", emptyDir: {} },
      { name: "a", emptyDir: {} },
      { name: "b", emptyDir: {} },
    ],
    nodeSelector: { disk: "ssd" },
    priorityClassName: "low",
    script: {
      image: "other:2",
      imagePullPolicy: "IfNotPresent",
      command: ["node", "/app/main.js", "step", "work"],
      source: "{{inputs.parameters}}",
      env: [
        { name: "NODE_OPTIONS", value: "--max-old-space-size=768" },
        { name: "A", value: "1" },
        { name: "B", value: "2" },
      ],
      resources: { limits: { memory: "1Gi" } },
      securityContext: {
        readOnlyRootFilesystem: false,
        allowPrivilegeEscalation: false,
        capabilities: { drop: ["ALL"] },
      },
      volumeMounts: [
        { name: "tmp", mountPath: "/tmp" },
        { name: "a", mountPath: "/a" },
        { name: "b", mountPath: "/b" },
      ],
      workingDir: "/tmp",
    },
  });
  expect(compileManifests(workflow, { image: "app:1" }).flatMap(schemaFindings)).toEqual([]);
});

test("each distinct pair of step and options is one template", () => {
  const workflow = defineWorkflow({
    name: "main",
    build(dag) {
      dag.task(step, {}, { name: "a" });
      dag.task(step, {}, { name: "b" });
      dag.task(step, {}, { name: "c", timeout: "1m" });
      dag.task(step, {}, { name: "d", timeout: "1m" });
      dag.task(step, {}, { name: "e", image: "other:2" });
    },
  });

  expect([...templatesOf(workflow).keys()]).toEqual(["main", "work", "work-c", "work-e"]);
  expect(templateOf(workflow, "main")?.dag?.tasks).toEqual([
    { name: "a", template: "work" },
    { name: "b", template: "work" },
    { name: "c", template: "work-c" },
    { name: "d", template: "work-c" },
    { name: "e", template: "work-e" },
  ]);
});

test("a retry skips errors that it cannot fix, and passes the number of the attempt to the step", () => {
  const backoff = { duration: "1d", factor: 2, maxDuration: "90m" } as const;
  const template = templateOf(workflowOf({ retry: { limit: 3, backoff } }), "work");

  expect(template?.retryStrategy).toEqual({
    limit: "3",
    retryPolicy: "Always",
    expression: "lastRetry.status == 'Error' || !(asInt(lastRetry.exitCode) in [2, 65, 69])",
    backoff: { duration: "24h", factor: "2", maxDuration: "90m" },
  });
  expect(template?.script).toMatchObject({
    env: [
      { name: "NODE_OPTIONS", value: "--max-old-space-size=384" },
      { name: "STEP_RETRIES", value: "{{retries}}" },
    ],
  });
});

test("a retry without backoff does not wait", () => {
  expect(templateOf(workflowOf({ retry: { limit: 1 } }), "work")?.retryStrategy).not.toHaveProperty(
    "backoff",
  );
});

test.each([
  ["10m", 600],
  ["1.5s", 2],
  ["1d", 86400],
] as const)("a timeout of %s ends the pod after %i seconds", (timeout, seconds) => {
  expect(templateOf(workflowOf({ timeout }), "work")?.activeDeadlineSeconds).toBe(seconds);
});

test("the arguments of a container arrive unchanged, although Kubernetes expands $", () => {
  const workflow = defineWorkflow({
    name: "main",
    build(dag) {
      dag.task(copy, { word: "$(HOME)" });
    },
  });

  expect(templateOf(workflow, "copy")?.container).toMatchObject({
    image: "busybox:1.37",
    command: ["sh", "-ec"],
    args: ["echo $$(HOME) $$$ $word US$$", "{{=replace(inputs.parameters['word'], '$', '$$')}}!"],
  });
});

test("the parameters of a script arrive unchanged, although Kubernetes expands $", () => {
  const workflow = defineWorkflow({
    name: "main",
    build(dag) {
      dag.task(say, {}, { env: [{ name: "A", value: "1" }] });
    },
  });

  expect(templateOf(workflow, "say")?.script).toMatchObject({
    image: "node:24-slim",
    command: ["node"],
    env: [
      { name: "INPUT_what_to", value: "{{=replace(inputs.parameters['what-to'], '$', '$$')}}" },
      { name: "A", value: "1" },
    ],
  });
});

test("a mapped script may return any type except a text", () => {
  const mapped = defineWorkflow({
    name: "main",
    build(dag) {
      dag.map(count, [1, 2], () => ({}));
    },
  });
  const mappedText = defineWorkflow({
    name: "main",
    build(dag) {
      dag.map(say, [1, 2], () => ({}));
    },
  });

  expect(() => templatesOf(mapped)).not.toThrow();
  expect(() => templatesOf(mappedText)).toThrow(
    new DefinitionError(
      'task "say" maps a script whose result is a text. Argo reads the results of a loop as JSON: declare the result as an object, such as z.object({ text: z.string() }).',
    ),
  );
});

test("an item that Argo would read as a tag is written as an escape, which the argument decodes", () => {
  const workflow = defineWorkflow({
    name: "main",
    build(dag) {
      dag.map(copy, ["a", "{{b}}"], (word) => ({ word }));
    },
  });

  expect(templateOf(workflow, "main")?.dag?.tasks).toMatchObject([
    {
      withParam: '[{"index":"0","value":"a"},{"index":"1","value":"\\u007b\\u007bb}}"}]',
      arguments: { parameters: [{ name: "word", value: "{{=fromJSON('\"' + item['value'] + '\"')}}" }] },
    },
  ]);
});
