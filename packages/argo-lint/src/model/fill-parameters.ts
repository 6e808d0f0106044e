import type { Manifest, TemplateNode } from "./manifest.js";
import { tagsOf } from "./tags.js";

/**
 * A text with `{{workflow.parameters.NAME}}` replaced by the values of the workflow's parameters, as Argo does before it
 * reads a template. Other tags, and parameters without a value, are kept.
 */
export function fillParameters(text: string, { spec }: Manifest): string {
  if (!text.includes("{{")) return text;
  return text.replace(/\{\{\s*workflow\.parameters\.([-\w]+)\s*\}\}/g, (tag, name: string) => {
    const value = spec.arguments?.parameters?.find((parameter) => parameter.name === name)?.value;
    return value === undefined ? tag : String(value);
  });
}

/** A text with the values of the workflow's parameters and, in the entrypoint, of its own inputs. */
export function fillInputs(text: string, { template, manifest, holder, name }: TemplateNode): string {
  let result = fillParameters(text, manifest);
  const { kind, spec } = manifest;
  const isRun = kind === "Workflow" || kind === "CronWorkflow";
  if (!isRun || holder !== undefined || name !== spec.entrypoint) return result;
  for (const { text: tag, content } of tagsOf(result)) {
    const input = template.inputs?.parameters?.find((each) => content === `inputs.parameters.${each.name}`);
    const argument = spec.arguments?.parameters?.find((each) => each.name === input?.name);
    const value = input === undefined ? undefined : (argument?.value ?? input.value ?? input.default);
    if (value !== undefined) result = result.replaceAll(tag, () => String(value));
  }
  return result;
}
