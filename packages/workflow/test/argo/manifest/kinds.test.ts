import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import {
  type ArgoManifest,
  compileManifests,
  type ManifestKind,
  type ManifestOptions,
  toYaml,
} from "../../../src/argo/index.js";
import {
  defineStep,
  defineWorkflow,
  inputArtifact,
  parameter,
  text,
  UsageError,
} from "../../../src/index.js";
import { tempDir } from "../../temp-dir.js";
import { argoCli, argoLint } from "../argo-lint.js";
import { schemaFindings } from "../schema/validate-manifest.js";
import { withoutTemplates } from "./compiled.js";

const image = "ghcr.io/you/app:1";
const work = defineStep({
  name: "work",
  inputs: { rows: parameter(z.int().min(1)), mode: parameter(z.enum(["fast", "slow"])) },
  outputs: {},
  run: () => ({}),
});
const training = defineWorkflow({
  name: "training",
  description: "Trains a model.",
  parameters: { rows: parameter(z.int().min(1), 10), mode: parameter(z.enum(["fast", "slow"]), "fast") },
  artifacts: { dataset: inputArtifact(text, { path: "d.csv", key: "data/d.csv" }) },
  argo: { labels: { team: "ml" }, annotations: { "example.com/page": "https://example.com" } },
  build(dag, { rows, mode }) {
    dag.task(work, { rows, mode });
  },
});
const needy = defineWorkflow({
  name: "needy",
  parameters: { rows: parameter(z.int()) },
  build(dag, { rows }) {
    dag.task(work, { rows, mode: "fast" });
  },
});
const metadata = {
  namespace: "argo",
  labels: { team: "ml", run: "nightly" },
  annotations: {
    "workflows.argoproj.io/description": "Trains a model.",
    "example.com/page": "https://example.com",
  },
};
const parameters = [
  { name: "rows", value: "10" },
  { name: "mode", value: "fast", enum: ["fast", "slow"] },
  { name: "dataset-key", value: "data/d.csv", description: "S3 key of the dataset" },
];
const spec = { entrypoint: "training", serviceAccountName: "runner", arguments: { parameters } };
const specForRuns = { ...spec, workflowMetadata: { labels: { team: "ml", run: "nightly" } } };
const all: ManifestOptions = {
  image,
  namespace: "argo",
  serviceAccount: "runner",
  labels: { run: "nightly" },
  cron: { schedule: "0 3 * * 1", timezone: "Europe/Berlin", concurrencyPolicy: "Replace" },
  event: { selector: 'payload.action == "published"', parameters: { rows: "payload.rows" } },
};
const kinds: Record<ManifestKind, readonly unknown[]> = {
  Workflow: [
    {
      apiVersion: "argoproj.io/v1alpha1",
      kind: "Workflow",
      metadata: { generateName: "training-", ...metadata },
      spec,
    },
  ],
  WorkflowTemplate: [
    {
      apiVersion: "argoproj.io/v1alpha1",
      kind: "WorkflowTemplate",
      metadata: { name: "training", ...metadata },
      spec: specForRuns,
    },
  ],
  ClusterWorkflowTemplate: [
    {
      apiVersion: "argoproj.io/v1alpha1",
      kind: "ClusterWorkflowTemplate",
      metadata: { name: "training", labels: metadata.labels, annotations: metadata.annotations },
      spec: specForRuns,
    },
  ],
  CronWorkflow: [
    {
      apiVersion: "argoproj.io/v1alpha1",
      kind: "CronWorkflow",
      metadata: { name: "training", ...metadata },
      spec: {
        schedules: ["0 3 * * 1"],
        timezone: "Europe/Berlin",
        concurrencyPolicy: "Replace",
        workflowSpec: specForRuns,
      },
    },
  ],
  WorkflowEventBinding: [
    {
      apiVersion: "argoproj.io/v1alpha1",
      kind: "WorkflowTemplate",
      metadata: { name: "training", ...metadata },
      spec: specForRuns,
    },
    {
      apiVersion: "argoproj.io/v1alpha1",
      kind: "WorkflowEventBinding",
      metadata: { name: "training", namespace: "argo" },
      spec: {
        event: { selector: 'payload.action == "published"' },
        submit: {
          workflowTemplateRef: { name: "training" },
          arguments: { parameters: [{ name: "rows", valueFrom: { event: "payload.rows" } }] },
        },
      },
    },
  ],
};

function compiled(kind: ManifestKind): ArgoManifest[] {
  return compileManifests(training, { ...all, kind });
}

const everyKind = [
  "Workflow",
  "WorkflowTemplate",
  "ClusterWorkflowTemplate",
  "CronWorkflow",
  "WorkflowEventBinding",
] as const;

describe.each(everyKind)("%s", (kind) => {
  test("has its metadata and options", () => {
    expect(compiled(kind).map(withoutTemplates)).toEqual(kinds[kind]);
  });

  test("matches the strict form of Argo's schema", () => {
    expect(compiled(kind).flatMap(schemaFindings)).toEqual([]);
  });

  test("passes argo lint", (context) => {
    if (argoCli() === undefined) return context.skip("ARGO_CLI does not name the argo program");
    const file = join(tempDir(), "manifest.yaml");
    writeFileSync(file, toYaml(compiled(kind)));
    expect(argoLint([file])).toMatchObject({ ok: true });
  });
});

test("a schedule alone forbids overlapping runs and sets no time zone", () => {
  const [manifest] = compileManifests(training, {
    image,
    kind: "CronWorkflow",
    cron: { schedule: "@daily" },
  });
  expect(manifest?.spec).toMatchObject({ schedules: ["@daily"], concurrencyPolicy: "Forbid" });
  expect(manifest?.spec).not.toHaveProperty("timezone");
});

test("without labels, namespace and account the manifest has none", () => {
  expect(compileManifests(needy, { image, set: { rows: "1" } }).map(withoutTemplates)).toEqual([
    {
      apiVersion: "argoproj.io/v1alpha1",
      kind: "Workflow",
      metadata: { generateName: "needy-" },
      spec: { entrypoint: "needy", arguments: { parameters: [{ name: "rows", value: "1" }] } },
    },
  ]);
});

test("an event without parameters sets none", () => {
  const manifests = compileManifests(training, {
    image,
    kind: "WorkflowEventBinding",
    event: { selector: "true" },
  });
  expect(manifests[1]?.spec).toEqual({
    event: { selector: "true" },
    submit: { workflowTemplateRef: { name: "training" } },
  });
});

test("set values are written to the arguments in canonical form, a dataset's key unchanged", () => {
  const set = { rows: " 20 ", mode: "slow", "dataset-key": "other/e.csv" };
  const [manifest] = compileManifests(training, { image, set });
  expect(manifest?.spec).toMatchObject({
    arguments: {
      parameters: [
        { name: "rows", value: "20" },
        { name: "mode", value: "slow" },
        { name: "dataset-key", value: "other/e.csv" },
      ],
    },
  });
});

const refused: readonly [string, Partial<ManifestOptions>, string][] = [
  [
    "a value that breaks its schema",
    { set: { rows: "0" } },
    'parameter "rows": found 0, expected an integer at least 1.',
  ],
  [
    "a text where a number is wanted",
    { set: { rows: "many" } },
    'parameter "rows": found "many", expected an integer at least 1.',
  ],
  [
    "a choice that is not offered",
    { set: { mode: "fat" } },
    'parameter "mode": found "fat", expected one of: fast, slow.',
  ],
  [
    "a misspelt parameter",
    { set: { row: "1" } },
    'training has no parameter "row" in the cluster. Did you mean "rows"?',
  ],
  [
    "an unknown parameter",
    { set: { xyz: "1" } },
    'training has no parameter "xyz" in the cluster. It has rows, mode, dataset-key.',
  ],
  [
    "an artifact's name instead of its key",
    { set: { dataset: "k" } },
    "In the cluster, dataset is set by its S3 key: --set dataset-key=…",
  ],
  [
    "a CronWorkflow without a schedule",
    { kind: "CronWorkflow" },
    'A CronWorkflow of training needs a schedule: --schedule "0 3 * * 1".',
  ],
  [
    "an event without a selector",
    { kind: "WorkflowEventBinding" },
    "A WorkflowEventBinding of training needs a selector: --selector 'payload.action == \"published\"'.",
  ],
  [
    "an unknown parameter of an event",
    { kind: "WorkflowEventBinding", event: { selector: "true", parameters: { rowz: "payload.n" } } },
    'training has no parameter "rowz". Did you mean "rows"?',
  ],
];

test.each(refused)("%s is wrong usage", (_, options, message) => {
  expect(() => compileManifests(training, { image, ...options })).toThrow(new UsageError(message));
});

test.each(["Workflow", "CronWorkflow"] as const)("a %s needs a value of each parameter", (kind) => {
  expect(() => compileManifests(needy, { ...all, kind })).toThrow(
    new UsageError('needy: parameter "rows" has no default, and a run needs a value: --set rows=…'),
  );
});

const bound: ManifestOptions = { image, kind: "WorkflowEventBinding", event: { selector: "true" } };

test("an event needs a value of each parameter", () => {
  expect(() => compileManifests(needy, bound)).toThrow(
    new UsageError(
      'needy: parameter "rows" has no default, and a run needs a value. Take it from the event: --event-param rows=payload.…, or set it for all: --set rows=…',
    ),
  );
});

test("an event reads a set parameter from the template", () => {
  const [template, binding] = compileManifests(needy, { ...bound, set: { rows: "3" } });
  expect(template?.spec).toMatchObject({ arguments: { parameters: [{ name: "rows", value: "3" }] } });
  expect(binding?.spec).toMatchObject({ submit: { workflowTemplateRef: { name: "needy" } } });
});

test.each(["WorkflowTemplate", "ClusterWorkflowTemplate", "WorkflowEventBinding"] as const)(
  "a %s leaves the value to its user",
  (kind) => {
    const manifests = compileManifests(needy, { ...all, kind });
    expect(manifests[0]?.spec).toMatchObject({ arguments: { parameters: [{ name: "rows" }] } });
    expect(manifests.flatMap(schemaFindings)).toEqual([]);
  },
);
