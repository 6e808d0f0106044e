import { compileManifests, type ManifestKind, toYaml } from "../../argo/index.js";
import type { Workflow } from "../../definition/graph.js";
import type { LintSource } from "../../lint/index.js";

/** A workflow whose parameters have no defaults is submitted as a template only. */
function kindsOf(workflow: Workflow): readonly ManifestKind[] {
  const inputs = Object.values(workflow.inputs);
  const isComplete = inputs.every(({ kind, need }) => kind !== "parameter" || need !== "required");
  return isComplete ? ["Workflow", "WorkflowTemplate"] : ["WorkflowTemplate"];
}

/** The project's workflows as manifests. Other kinds are linted when they are made, since they need options. */
export function projectSources(workflows: readonly Workflow[], image: string): LintSource[] {
  return workflows.flatMap((workflow) =>
    kindsOf(workflow).map((kind) => ({
      file: sourceName(workflow, kind),
      content: toYaml(compileManifests(workflow, { kind, image })),
    })),
  );
}

/** What findings call a manifest of a workflow: no file has it. */
function sourceName({ name }: Workflow, kind: ManifestKind): string {
  return `${name} (${kind})`;
}

/** The workflow's name in that. */
export function workflowOf(source: string): string {
  return source.slice(0, source.lastIndexOf(" ("));
}
