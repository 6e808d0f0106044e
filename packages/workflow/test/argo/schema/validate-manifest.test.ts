import { expect, test } from "vitest";
import type { Container, Workflow } from "../../../../argo-lint/src/argo-schema/types.js";
import { schemaFindings } from "./validate-manifest.js";

const container: Container = {
  image: "node:24-slim",
  imagePullPolicy: "IfNotPresent",
  resources: { requests: { cpu: 0.5, memory: "128Mi" } },
  readinessProbe: { httpGet: { port: 8080 } },
};

/** A workflow of one container; a test replaces the valid container. */
function workflow(changed: object): object {
  const good = {
    apiVersion: "argoproj.io/v1alpha1",
    kind: "Workflow",
    metadata: { generateName: "one-step-", labels: { "app.kubernetes.io/part-of": "test" } },
    spec: { entrypoint: "main", templates: [{ name: "main", container }] },
  } satisfies Workflow;
  return { ...good, spec: { ...good.spec, templates: [{ name: "main", container, ...changed }] } };
}

test("finds no problem in a valid workflow", () => {
  expect(schemaFindings(workflow({}))).toEqual([]);
});

test("finds an unknown field and reports its path", () => {
  expect(schemaFindings(workflow({ container: { ...container, imagePullpolicy: "Always" } }))).toEqual([
    "spec.templates[0].container.imagePullpolicy: no such field",
  ]);
});

test("finds an unknown field of the metadata", () => {
  expect(schemaFindings({ ...workflow({}), metadata: { lables: {} } })).toEqual([
    "metadata.lables: no such field",
  ]);
});

test("accepts any labels and annotations, but checks their type", () => {
  expect(schemaFindings(workflow({ metadata: { annotations: { "example.org/note": 1 } } }))).toEqual([
    'spec.templates[0].metadata.annotations["example.org/note"]: expected string, found 1',
  ]);
});

test("accepts any settings of a plugin", () => {
  expect(schemaFindings(workflow({ plugin: { hello: { any: ["thing"] } } }))).toEqual([]);
});

test("finds a field in a structure without fields", () => {
  const archived = { name: "model", archive: { none: { level: 9 } } };
  expect(schemaFindings(workflow({ outputs: { artifacts: [archived] } }))).toEqual([
    "spec.templates[0].outputs.artifacts[0].archive.none.level: no such field",
  ]);
});

test("finds a value of the wrong type", () => {
  expect(schemaFindings(workflow({ container: { ...container, tty: "yes" } }))).toEqual([
    'spec.templates[0].container.tty: expected boolean, found "yes"',
  ]);
});

test("finds a missing field", () => {
  expect(schemaFindings(workflow({ container: { command: ["node"] } }))).toEqual([
    "spec.templates[0].container.image: is missing",
  ]);
});

test("finds a value that Kubernetes does not accept", () => {
  expect(schemaFindings(workflow({ container: { ...container, imagePullPolicy: "Sometimes" } }))).toEqual([
    'spec.templates[0].container.imagePullPolicy: expected one of Always, Never, IfNotPresent, found "Sometimes"',
  ]);
});

test("accepts a variable of Argo for a value that Kubernetes restricts", () => {
  const policy = "{{inputs.parameters.policy}}";
  expect(schemaFindings(workflow({ container: { ...container, imagePullPolicy: policy } }))).toEqual([]);
});

test.each([["128Mi"], [134217728], [0.5]])("accepts %j as a quantity", (memory) => {
  expect(
    schemaFindings(workflow({ container: { ...container, resources: { limits: { memory } } } })),
  ).toEqual([]);
});

test("refuses a boolean as a quantity", () => {
  const resources = { limits: { memory: true } };
  expect(schemaFindings(workflow({ container: { ...container, resources } }))).toEqual([
    "spec.templates[0].container.resources.limits.memory: expected number or string, found true",
  ]);
});

test.each([[3], ["3"], ["{{inputs.parameters.limit}}"]])("accepts %j as an integer or a string", (limit) => {
  expect(schemaFindings(workflow({ retryStrategy: { limit } }))).toEqual([]);
});

test("refuses a fraction as an integer or a string", () => {
  expect(schemaFindings(workflow({ retryStrategy: { limit: 2.5 } }))).toEqual([
    "spec.templates[0].retryStrategy.limit: expected integer or string, found 2.5",
  ]);
});

test.each([[{ kind: "Workflw" }], [undefined], ["text"], [{}]])(
  "refuses %j, which is not one of the kinds",
  (manifest) => {
    expect(schemaFindings(manifest)).toEqual([
      "kind: expected one of ClusterWorkflowTemplate, CronWorkflow, Workflow, WorkflowEventBinding, WorkflowTemplate",
    ]);
  },
);
