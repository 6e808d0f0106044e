import { DefinitionError } from "./errors.js";

const templateName = /^[a-zA-Z0-9][-a-zA-Z0-9]*$/;
const portName = /^[-a-zA-Z0-9_]+$/;
const workflowName = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;

/**
 * Checks the name of a step or task, which becomes a template or task name in Argo and a folder on disk.
 * @throws {DefinitionError} unless it has letters, digits and hyphens only, at most 128
 */
export function checkTemplateName(kind: "step" | "task", name: string): void {
  if (templateName.test(name) && name.length <= 128) return;
  throw new DefinitionError(
    `A ${kind} is called "${name}". Expected letters, digits and hyphens, a letter or digit first, at most 128 characters.`,
  );
}

/**
 * Checks the name of a workflow, which becomes an object name in Kubernetes. Argo adds a suffix of up to 11 characters
 * (cron) and allows 52 for a CronWorkflow.
 * @throws {DefinitionError} unless it has lower-case letters, digits and hyphens only, at most 52
 */
export function checkWorkflowName(name: string): void {
  if (workflowName.test(name) && name.length <= 52) return;
  throw new DefinitionError(
    `A workflow is called "${name}". Expected lower-case letters, digits and hyphens, at most 52 characters.`,
  );
}

/**
 * Checks the name of a parameter or artifact.
 * @throws {DefinitionError} unless it has letters, digits, hyphens and underscores only, and for an artifact named
 *   "parameters": that folder holds a step's output parameters
 */
export function checkPortName(owner: string, kind: "parameter" | "artifact", name: string): void {
  if (!portName.test(name)) {
    throw new DefinitionError(
      `${owner}: ${kind} "${name}" has a name that Argo refuses. Expected letters, digits, hyphens and underscores.`,
    );
  }
  if (kind === "artifact" && name === "parameters") {
    throw new DefinitionError(
      `${owner}: an artifact cannot be called "parameters", the folder of output parameters has that name.`,
    );
  }
}
