import { isObject, type JsonObject } from "../../model/json.js";
import { manifestKinds } from "../../model/manifest.js";
import { defineRule } from "../../rule.js";
import { nearest } from "../../text/did-you-mean.js";

/** Kinds of other Argo projects, or that people do not write. */
const otherKinds = [
  "AnalysisRun",
  "AnalysisTemplate",
  "AppProject",
  "Application",
  "ApplicationSet",
  "ClusterAnalysisTemplate",
  "EventBus",
  "EventSource",
  "Experiment",
  "Rollout",
  "Sensor",
  "WorkflowArtifactGCTask",
  "WorkflowTaskResult",
  "WorkflowTaskSet",
];

/** Fields that only the spec of a workflow has. */
const ofWorkflows = ["entrypoint", "workflowTemplateRef", "workflowSpec"];

export const unknownKind = defineRule({
  name: "unknown-kind",
  severity: "error",
  refusedBy: "API server",
  summary:
    "A manifest has the apiVersion argoproj.io/v1alpha1 and a kind of Argo Workflows. `argo lint` silently ignores any other.",
  document({ value, kind, problems }, report) {
    if (!isObject(value) || problems.some((problem) => problem.kind !== "duplicate-key")) return;
    const { apiVersion, kind: written } = value;
    const fix = 'Write "apiVersion: argoproj.io/v1alpha1".';
    if (kind !== undefined) {
      if (apiVersion === "argoproj.io/v1alpha1") return;
      const found = apiVersion === undefined || apiVersion === null ? "none" : JSON.stringify(apiVersion);
      report({
        at: ["apiVersion"],
        message: `A ${kind} has the apiVersion argoproj.io/v1alpha1, but this one has ${found}.`,
        fix,
      });
    } else if (written === undefined || written === null || written === "") {
      if (!isOfArgo(apiVersion) && !looksLikeWorkflow(value)) return;
      report({
        at: ["kind"],
        message: "This manifest has no kind.",
        fix: `Write one of ${manifestKinds.join(", ")}.`,
      });
    } else if (typeof written === "string") {
      if (otherKinds.includes(written) || !(isOfArgo(apiVersion) || looksLikeWorkflow(value))) return;
      const near = nearest(written, manifestKinds);
      if (near === undefined && apiVersion !== "argoproj.io/v1alpha1") return;
      const message = `${JSON.stringify(written)} is not a kind of Argo Workflows.`;
      report({
        at: ["kind"],
        message,
        fix: near === undefined ? `Write one of ${manifestKinds.join(", ")}.` : `Write "kind: ${near}".`,
      });
    }
  },
});

function isOfArgo(apiVersion: unknown): boolean {
  return typeof apiVersion === "string" && apiVersion.startsWith("argoproj.io/");
}

function looksLikeWorkflow({ spec }: JsonObject): boolean {
  return isObject(spec) && ofWorkflows.some((field) => Object.hasOwn(spec, field));
}
