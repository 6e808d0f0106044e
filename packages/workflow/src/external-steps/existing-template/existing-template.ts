import { DefinitionError, UnavailableError } from "../../definition/errors.js";
import type { Inputs, Outputs } from "../../definition/port.js";
import { defineStep, type Step } from "../../definition/step.js";

/** The options of {@link existingTemplate}. */
export interface ExistingTemplateDefinition<I extends Inputs, O extends Outputs> {
  /** The step's name in this project: letters, digits and hyphens, unique. */
  readonly name: string;
  /** One sentence, shown by `describe`. */
  readonly description?: string;
  /** Refers to the template, as in Argo. */
  readonly templateRef: TemplateRef;
  /** The template's inputs, under their names in the template. */
  readonly inputs: I;
  /** The template's outputs, under their names in the template. */
  readonly outputs: O;
}

/** A reference to a template of the cluster. */
export interface TemplateRef {
  /** Name of the WorkflowTemplate, or of the ClusterWorkflowTemplate. */
  readonly name: string;
  /** Name of the template inside it. */
  readonly template: string;
  /** Whether `name` is a ClusterWorkflowTemplate. Default: false. */
  readonly clusterScope?: boolean;
}

/**
 * Declares a template that already exists in the cluster, so that tasks can use it like a step of this project. On this
 * machine a run ends as incomplete when it reaches the template.
 *
 * The template itself is not compared with the declared inputs and outputs; wrong types are found only when values are read.
 *
 * ```ts
 * const notify = existingTemplate({
 *   name: "notify",
 *   templateRef: { name: "notifications", template: "send-message", clusterScope: true },
 *   inputs: { text: parameter(z.string()) },
 *   outputs: {},
 * });
 * ```
 * @throws {DefinitionError} if a name is not allowed
 */
export function existingTemplate<I extends Inputs, O extends Outputs>(
  definition: ExistingTemplateDefinition<I, O>,
): Step<I, O> {
  const { templateRef, ...rest } = definition;
  const { name, template, clusterScope = false } = templateRef;
  const where = `existing template ${definition.name}`;
  const kind = clusterScope ? "ClusterWorkflowTemplate" : "WorkflowTemplate";
  if (!/^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/.test(name)) {
    throw new DefinitionError(
      `${where}: a ${kind} cannot be called "${name}". Expected lower-case letters, digits, hyphens and dots.`,
    );
  }
  if (!/^[a-zA-Z0-9][-a-zA-Z0-9]*$/.test(template)) {
    throw new DefinitionError(
      `${where}: a template cannot be called "${template}". Expected letters, digits and hyphens.`,
    );
  }
  return {
    ...defineStep({
      ...rest,
      run: () => {
        throw new UnavailableError(
          `${definition.name} is a template of the cluster (${template} of the ${kind} ${name}). Run the workflow there.`,
        );
      },
    }),
    implementation: { kind: "templateRef", name, template, clusterScope },
  };
}
