import { expectTypeOf, test } from "vitest";
import type { ManifestOptions } from "../../src/argo/index.js";
import {
  type ArgoOptions,
  type Dag,
  type DagTaskFields,
  defineStep,
  defineWorkflow,
  type PodOptions,
} from "../../src/index.js";

const step = defineStep({ name: "work", inputs: {}, outputs: {}, run: () => ({}) });
const nested = defineWorkflow({
  name: "nested",
  build(dag) {
    dag.task(step, {});
  },
});

test("the fields of Argo and Kubernetes fit", () => {
  expectTypeOf<{
    resources: { limits: { memory: string; "nvidia.com/gpu": string } };
    env: { name: string; valueFrom: { secretKeyRef: { name: string; key: string } } }[];
    template: { nodeSelector: { disk: string }; tolerations: { key: string }[] };
  }>().toExtend<PodOptions>();
  expectTypeOf<{ spec: { parallelism: number }; pod: { image: string } }>().toExtend<ArgoOptions>();
  expectTypeOf<{ fuse: boolean }>().toExtend<ArgoOptions>();
  expectTypeOf<{ fuse: boolean }>().not.toExtend<DagTaskFields>();
});

test("wrong options of a task do not compile", () => {
  const refused = (dag: Dag): void => {
    // @ts-expect-error a misspelt field of resources
    dag.task(step, {}, { resources: { limit: { memory: "1Gi" } } });
    // @ts-expect-error limits that are neither strings nor numbers
    dag.task(step, {}, { resources: { limits: { memory: true } } });
    // @ts-expect-error limits that are a single string
    dag.task(step, {}, { resources: { limits: "1Gi" } });
    // @ts-expect-error whether pods are shared is an option of the workflow
    dag.task(step, {}, { fuse: true });
    // @ts-expect-error a variable without a name
    dag.task(step, {}, { env: [{ value: "1" }] });
    // @ts-expect-error a field that no template has
    dag.task(step, {}, { template: { nodeSelectors: {} } });
    // @ts-expect-error a field of another type
    dag.task(step, {}, { template: { priorityClassName: 1 } });
    // @ts-expect-error a field that no container has
    dag.task(step, {}, { container: { workDir: "/tmp" } });
    // @ts-expect-error a field that no task has
    dag.task(step, {}, { dagTask: { hook: {} } });
    // @ts-expect-error a nested workflow has no retry
    dag.task(nested, {}, { retry: { limit: 1 } });
    // @ts-expect-error a nested workflow has no timeout
    dag.task(nested, {}, { timeout: "1m" });
    // @ts-expect-error a nested workflow has no pod
    dag.task(nested, {}, { resources: { limits: { memory: "1Gi" } } });
  };
  expectTypeOf(refused).returns.toBeVoid();
});

test("fields that the compiler owns are refused", () => {
  const refused = (dag: Dag): void => {
    // @ts-expect-error the image is a separate option
    dag.task(step, {}, { container: { image: "app:1" } });
    // @ts-expect-error resources are a separate option
    dag.task(step, {}, { container: { resources: {} } });
    // @ts-expect-error the inputs follow from the step
    dag.task(step, {}, { template: { inputs: {} } });
    // @ts-expect-error retries are a separate option
    dag.task(step, {}, { template: { retryStrategy: { limit: "1" } } });
    // @ts-expect-error the dependencies follow from the wiring
    dag.task(step, {}, { dagTask: { depends: "load" } });
  };
  expectTypeOf(refused).returns.toBeVoid();
  // @ts-expect-error the templates are compiled
  expectTypeOf<ArgoOptions>({ spec: { templates: [] } });
  // @ts-expect-error the entrypoint is the workflow
  expectTypeOf<ArgoOptions>({ spec: { entrypoint: "main" } });
  // @ts-expect-error conditions are a separate option
  expectTypeOf<DagTaskFields>({ when: "true" });
});

test("wrong options of a workflow or a manifest do not compile", () => {
  const manifest = (options: Partial<ManifestOptions>): unknown => options;
  const argo = (options: ArgoOptions): unknown => options;
  // @ts-expect-error a field that no specification has
  argo({ spec: { paralelism: 2 } });
  // @ts-expect-error a field of another type
  argo({ spec: { parallelism: "2" } });
  // @ts-expect-error labels are strings
  argo({ labels: { version: 1 } });
  // @ts-expect-error a kind that Argo does not have
  manifest({ kind: "CronWorkflows" });
  // @ts-expect-error a schedule is a string
  manifest({ cron: { schedule: 3 } });
  // @ts-expect-error options of a schedule need the schedule
  manifest({ cron: { timezone: "Europe/Berlin" } });
  // @ts-expect-error a policy that Argo does not have
  manifest({ cron: { schedule: "@daily", concurrencyPolicy: "Never" } });
  // @ts-expect-error a selector is a string
  manifest({ event: { selector: true } });
  // @ts-expect-error an event needs its selector
  manifest({ event: { parameters: {} } });
  // @ts-expect-error expressions are strings
  manifest({ event: { selector: "true", parameters: { rows: 1 } } });
});
