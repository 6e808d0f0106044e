import { DefinitionError } from "./errors.js";
import type { Graph, Workflow } from "./graph.js";
import type { Step } from "./step.js";

/**
 * All steps of the workflows by name, including those of nested workflows and exit handlers.
 * @throws {DefinitionError} if two different steps have the same name: a pod finds its step by name
 */
export function findSteps(workflows: readonly Workflow[]): ReadonlyMap<string, Step> {
  const steps = new Map<string, Step>();
  const seen = new Set<Graph>();
  const visit = (graph: Graph | undefined): void => {
    if (graph === undefined || seen.has(graph)) return;
    seen.add(graph);
    for (const task of graph.tasks.values()) {
      if (task.kind !== "approve") visitTemplate(task.template);
    }
  };
  const visitTemplate = (template: Step | Workflow): void => {
    if (template.kind === "workflow") {
      visit(template.graph);
      visit(template.exit);
      return;
    }
    const known = steps.get(template.name);
    if (known !== undefined && known !== template) {
      throw new DefinitionError(`Two different steps are called "${template.name}". Rename one of them.`);
    }
    steps.set(template.name, template);
  };
  for (const workflow of workflows) visitTemplate(workflow);
  return steps;
}
