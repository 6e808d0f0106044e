import { expectTypeOf, test } from "vitest";
import type {
  ArgoManifest,
  Artifact,
  Container,
  DAGTask,
  LifecycleHook,
  Template,
  Volume,
  WorkflowSpec,
} from "../../src/argo-schema/types.js";

test("fields have the types that Argo reads", () => {
  expectTypeOf<Container["image"]>().toEqualTypeOf<string>();
  expectTypeOf<Required<WorkflowSpec>["parallelism"]>().toEqualTypeOf<number>();
  expectTypeOf<Required<DAGTask>["hooks"]>().toEqualTypeOf<Readonly<Record<string, LifecycleHook>>>();
  expectTypeOf<Required<Template>["sidecars"][number]["mirrorVolumeMounts"]>().toEqualTypeOf<
    boolean | undefined
  >();
  expectTypeOf<ArgoManifest["apiVersion"]>().toEqualTypeOf<"argoproj.io/v1alpha1">();
});

test("accepts what Argo accepts", () => {
  const template: Template = {
    nodeSelector: { pool: "gpu" },
    tolerations: [{ key: "gpu", operator: "Exists", effect: "NoSchedule" }],
    retryStrategy: { limit: "{{inputs.parameters.limit}}", retryPolicy: "{{inputs.parameters.policy}}" },
    volumes: [{ name: "scratch", emptyDir: { sizeLimit: "1Gi" } }],
    outputs: { artifacts: [{ name: "model", path: "/tmp/model.json", archive: { none: {} } }] },
  };
  expectTypeOf(template).toExtend<Template>();
});

test("refuses what Argo or Kubernetes refuses", () => {
  // @ts-expect-error: the field is imagePullPolicy
  const misspelt: Container = { image: "node:24", imagePullpolicy: "Always" };
  // @ts-expect-error: no such policy
  const noSuchValue: Container = { image: "node:24", imagePullPolicy: "Sometimes" };
  // @ts-expect-error: a boolean is not a quantity
  const noQuantity: Container = { image: "node:24", resources: { limits: { memory: true } } };
  // @ts-expect-error: a volume has a name
  const nameless: Volume = { emptyDir: {} };
  // @ts-expect-error: `none` takes no settings
  const settings: Artifact = { name: "model", archive: { none: { level: 9 } } };
  // @ts-expect-error: an omitted field is not the same as undefined
  const undefinedField: Template = { parallelism: undefined };
  expectTypeOf([misspelt, noSuchValue, noQuantity, nameless, settings, undefinedField]).toBeArray();
});
