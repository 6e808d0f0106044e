import { UsageError } from "../definition/errors.js";
import { didYouMean } from "../definition/nearest.js";
import type { Workflow } from "../definition/workflow.js";
import type { Project } from "./main.js";

/**
 * The workflow of that name, or the project's first.
 * @throws {UsageError} naming those that there are
 */
export function chooseWorkflow(project: Project, name: string | undefined): Workflow {
  if (name === undefined) return project.workflows[0];
  const found = project.workflows.find((workflow) => workflow.name === name);
  if (found !== undefined) return found;
  const names = project.workflows.map((workflow) => workflow.name);
  throw new UsageError(
    `There is no workflow "${name}".${didYouMean(name, names)} There is ${names.join(", ")}.`,
  );
}
