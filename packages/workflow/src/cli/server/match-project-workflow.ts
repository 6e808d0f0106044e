import type { ServerWorkflow } from "../../argo/client/index.js";
import { nodesOfTasks, workflowTemplateNames, wrapperTemplateName } from "../../argo/index.js";
import type { Workflow } from "../../definition/graph.js";
import type { Project } from "../project/project.js";

/** A workflow of the project, found in the cluster. */
export interface ProjectWorkflow {
  readonly workflow: Workflow;
  /** Name of the node that runs its graph. */
  readonly root: string;
}

/**
 * The workflow of the project that a workflow of the cluster was compiled from; undefined if there is none, or if
 * its tasks have other names than the project's have now.
 */
export function matchProjectWorkflow(project: Project, found: ServerWorkflow): ProjectWorkflow | undefined {
  const { name } = found.metadata;
  const nodes = Object.values(found.status?.nodes ?? {});
  const entrypoint = entrypointOf(found.spec) ?? entrypointOf(found.status?.storedWorkflowTemplateSpec);
  const workflow = project.workflows.find((each) =>
    [...workflowTemplateNames(each), wrapperTemplateName(each)].includes(entrypoint ?? ""),
  );
  if (workflow === undefined) return undefined;
  const root = entrypoint === wrapperTemplateName(workflow) ? `${name}.${workflow.name}` : name;
  const { graph, inputs } = workflow;
  // Whether tasks share pods was decided when it was submitted.
  const paths = [false, true].flatMap((fuse) => [...nodesOfTasks(graph, inputs, root, fuse).values()]);
  const known = new Set(paths.flat());
  const rootId = nodes.find((node) => node.name === root)?.id;
  const direct = nodes.filter(
    ({ name: node, boundaryID }) => boundaryID === rootId && node.startsWith(`${root}.`),
  );
  // The names of iterations and attempts begin with that of their task.
  const isKnown = (node: string): boolean => known.has(node) || known.has(node.slice(0, node.indexOf("(")));
  return direct.every((node) => isKnown(node.name)) ? { workflow, root } : undefined;
}

function entrypointOf(spec: Readonly<Record<string, unknown>> | undefined): string | undefined {
  return typeof spec?.entrypoint === "string" ? spec.entrypoint : undefined;
}
