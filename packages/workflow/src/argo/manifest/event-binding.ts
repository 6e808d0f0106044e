import type { ObjectMeta, WorkflowSpec } from "@tiphys/argo-lint/argo-schema";
import { didYouMean } from "@tiphys/argo-lint/text";
import { UsageError } from "../../definition/errors.js";
import type { Workflow } from "../../definition/graph.js";
import { omitUndefined } from "../../definition/omit-undefined.js";
import type { ManifestOptions } from "./manifest-options.js";
import { type ArgoManifest, apiVersion } from "./types.js";
import { workflowParameters } from "./workflow-parameters.js";

/**
 * A template of a workflow, and the binding that submits it when an event comes.
 * @throws {UsageError} if the event's selector or the value of a parameter is missing, or a parameter is unknown
 */
export function eventBindingManifests(
  workflow: Workflow,
  { event, namespace, set = {} }: ManifestOptions,
  metadata: ObjectMeta,
  spec: WorkflowSpec,
): ArgoManifest[] {
  if (event === undefined) {
    throw new UsageError(
      `A WorkflowEventBinding of ${workflow.name} needs a selector: --selector 'payload.action == "published"'.`,
    );
  }
  const declared = workflowParameters(workflow, set);
  const names = declared.map((parameter) => parameter.name);
  const parameters = Object.entries(event.parameters ?? {}).map(([name, expression]) => {
    if (!names.includes(name)) {
      throw new UsageError(`${workflow.name} has no parameter "${name}".${didYouMean(name, names)}`);
    }
    return { name, valueFrom: { event: expression } };
  });
  const missing = declared.find(
    ({ name, value }) => value === undefined && !(name in (event.parameters ?? {})),
  );
  if (missing !== undefined) {
    throw new UsageError(
      `${workflow.name}: parameter "${missing.name}" has no default, and a run needs a value. Take it from the event: --event-param ${missing.name}=payload.…, or set it for all: --set ${missing.name}=…`,
    );
  }
  return [
    { apiVersion, kind: "WorkflowTemplate", metadata, spec },
    {
      apiVersion,
      kind: "WorkflowEventBinding",
      metadata: { name: workflow.name, ...omitUndefined({ namespace }) },
      spec: {
        event: { selector: event.selector },
        submit: {
          workflowTemplateRef: { name: workflow.name },
          ...(parameters.length === 0 ? {} : { arguments: { parameters } }),
        },
      },
    },
  ];
}
