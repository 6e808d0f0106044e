import { readFileSync } from "node:fs";
import { UsageError } from "../../definition/errors.js";
import type { PodPlan } from "../../definition/pod-plan.js";

/**
 * Reads the plan of a pod that runs several steps.
 * @throws {UsageError} if the file is not one
 */
export function readPlan(file: string): PodPlan {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new UsageError(
      `The plan ${file} cannot be read: ${error instanceof Error ? error.message : error}`,
    );
  }
  if (!isPlan(content)) {
    throw new UsageError(
      `The plan ${file} is not what the compiler writes: expected {"steps": […], "parameters": […]}.`,
    );
  }
  return content;
}

// Only the outer form is checked: the compiler of the same version wrote the rest.
function isPlan(content: unknown): content is PodPlan {
  return (
    typeof content === "object" &&
    content !== null &&
    "steps" in content &&
    Array.isArray(content.steps) &&
    "parameters" in content &&
    (content.parameters === null || Array.isArray(content.parameters))
  );
}
