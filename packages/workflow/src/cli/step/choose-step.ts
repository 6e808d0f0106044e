import { didYouMean } from "../../definition/did-you-mean.js";
import { UsageError } from "../../definition/errors.js";
import { findSteps } from "../../definition/find-steps.js";
import type { Step } from "../../definition/step.js";
import type { Project } from "../project.js";

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
