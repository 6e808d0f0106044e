import { DefinitionError } from "./errors.js";

const templateName = /^[a-zA-Z0-9][-a-zA-Z0-9]*$/;
const portName = /^[-a-zA-Z0-9_]+$/;
const workflowName = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;

/**
 * Names of steps and tasks become template and task names in Argo, and folders on disk.
 * @throws {DefinitionError} unless letters, digits and hyphens, at most 128
 */
export function checkTemplateName(kind: "step" | "task", name: string): void {
  if (templateName.test(name) && name.length <= 128) return;
  throw new DefinitionError(
    `A ${kind} is called "${name}". Expected letters, digits and hyphens, a letter or digit first, at most 128 characters.`,
  );
}

/**
 * Names of workflows become object names in Kubernetes; Argo adds a suffix of up to 11 characters (cron),
 * and allows 52 for a CronWorkflow.
 * @throws {DefinitionError} unless lower-case letters, digits and hyphens, at most 52
 */
export function checkWorkflowName(name: string): void {
  if (workflowName.test(name) && name.length <= 52) return;
  throw new DefinitionError(
    `A workflow is called "${name}". Expected lower-case letters, digits and hyphens, at most 52 characters.`,
  );
}

/**
 * Names of parameters and artifacts.
 * @throws {DefinitionError} unless letters, digits, hyphens and underscores, and not "parameters" for an artifact:
 *   that folder holds the parameters that a step puts out
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
