import type { Finding, LintSource } from "@tiphys/argo-lint";
import { compileManifests, type ManifestKind, toYaml } from "../../argo/index.js";
import type { Workflow } from "../../definition/graph.js";

/** A workflow with a required parameter is linted only as a template: it cannot be submitted without values. */
function kindsOf(workflow: Workflow): readonly ManifestKind[] {
  const inputs = Object.values(workflow.inputs);
  const isComplete = inputs.every(({ kind, need }) => kind !== "parameter" || need !== "required");
  return isComplete ? ["Workflow", "WorkflowTemplate"] : ["WorkflowTemplate"];
}

/** The project's workflows as manifests. Other kinds need options, so they are linted when they are compiled. */
export function projectSources(workflows: readonly Workflow[], image: string): LintSource[] {
  return workflows.flatMap((workflow) =>
    kindsOf(workflow).map((kind) => ({
      file: sourceName(workflow, kind),
      content: toYaml(compileManifests(workflow, { kind, image })),
    })),
  );
}

/** The name of a compiled manifest in findings, in place of a file: `NAME (KIND)`. */
function sourceName({ name }: Workflow, kind: ManifestKind): string {
  return `${name} (${kind})`;
}

/** The workflow's name in a name by {@link sourceName}. */
function workflowOf(source: string): string {
  return source.slice(0, source.lastIndexOf(" ("));
}

/** A finding in a workflow of the project appears in each kind of its manifest; keeps the first of them. */
export function dedupeFindings(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ file, rule, path, message }) => {
    const key = JSON.stringify([workflowOf(file), rule, path, message]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
