import { didYouMean } from "@tiphys/argo-lint/text";
import { UsageError } from "../../definition/errors.js";
import { findSteps } from "../../definition/find-steps.js";
import type { Workflow } from "../../definition/graph.js";
import type { Step } from "../../definition/step.js";
import type { Project } from "./project.js";

/**
 * The workflow of that name; default: the project's first.
 * @throws {UsageError} listing the available names
 */
export function chooseWorkflow(project: Project, name: string | undefined): Workflow {
  if (name === undefined) return project.workflows[0];
  const found = project.workflows.find((workflow) => workflow.name === name);
  if (found !== undefined) return found;
  const names = project.workflows.map((workflow) => workflow.name);
  throw new UsageError(
    `There is no workflow "${name}".${didYouMean(name, names)} Available: ${names.join(", ")}.`,
  );
}

/**
 * The step of that name.
 * @throws {UsageError} listing the available names
 */
export function chooseStep(project: Project, name: string): Step {
  const steps = findSteps(project.workflows);
  const step = steps.get(name);
  if (step !== undefined) return step;
  throw new UsageError(
    `There is no step "${name}".${didYouMean(name, steps.keys())} Available: ${[...steps.keys()].join(", ")}.`,
  );
}
