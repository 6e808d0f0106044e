import { createHash } from "node:crypto";
import type { Memoize, WorkflowSpec } from "@tiphys/argo-lint/argo-schema";
import { UsageError } from "../../definition/errors.js";
import type { PodOptions } from "../../definition/pod-options.js";
import type { Step } from "../../definition/step.js";
import type { CodeDigest } from "../graph/memoize-tasks.js";
import { memoizedStep } from "../graph/memoized.js";
import { sharedTasks } from "../graph/shared-pod.js";
import { quoted } from "./expression.js";
import { sourceOfSharedPod } from "./shared-source.js";

/** How Argo takes outputs from earlier workflows. */
export interface MemoizeOptions {
  /** The digest of the code of a step. Steps without one run each time. */
  readonly codeDigest: CodeDigest;
  /** The age from which outputs are not taken any more, with Go's units: `72h`. Default: they are taken at any age. */
  readonly maxAge?: string;
}

/**
 * The `memoize` of a step's template; undefined for a step that runs each time. The key consists of the step's code (in a
 * shared pod that of all steps, and its plan), the image,
 * the environment variables and all input parameters, among which are the digests of its artifacts.
 *
 * @param owner names the ConfigMap: one holds 1 MiB, so each template has its own
 */
export function memoizeOf(
  step: Step,
  owner: string,
  { image, env }: Pick<PodOptions, "image" | "env">,
  { maxAge }: MemoizeOptions,
): Memoize | undefined {
  const code = memoizedStep(step)?.code;
  if (code === undefined) return undefined;
  const shared = sharedTasks(step);
  const plan = shared && sourceOfSharedPod(step, shared);
  const program = createHash("sha256")
    .update(JSON.stringify([step.name, code, image, env, plan]))
    .digest("hex");
  const parameters = Object.entries(step.inputs)
    .filter(([, port]) => port.kind === "parameter")
    .map(([name]) => `inputs.parameters[${quoted(name)}]`);
  return {
    key: `{{=sprig.sha256sum(toJson([${[quoted(program), ...parameters].join(", ")}]))}}`,
    maxAge: maxAge ?? "",
    cache: { configMap: { name: `memoize-${owner}`.toLowerCase() } },
  };
}

/**
 * The `artifactGC` of a workflow whose artifacts later workflows take: never, also where the cluster's default is another.
 * @throws {UsageError} if the workflow has its artifacts deleted
 */
export function keptArtifacts(
  workflow: string,
  given: WorkflowSpec["artifactGC"],
): NonNullable<WorkflowSpec["artifactGC"]> {
  const strategy = given?.strategy ?? "";
  if (strategy === "" || strategy === "Never") return { ...given, strategy: "Never" };
  throw new UsageError(
    `${workflow}: its artifactGC deletes artifacts (${strategy}), and a later workflow that takes them from the cache would not find them. ` +
      'Set argo.spec.artifactGC to { strategy: "Never" } and let the bucket\'s lifecycle rules delete old artifacts, or leave out --cache.',
  );
}
