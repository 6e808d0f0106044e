import type { Manifest } from "./manifest.js";

/**
 * A text with the values of the workflow's parameters in the place of `{{workflow.parameters.NAME}}`, as Argo fills them in
 * before it looks at a template. Other tags, and parameters without a value, stay as they are.
 */
export function fillParameters(text: string, { spec }: Manifest): string {
  if (!text.includes("{{")) return text;
  return text.replace(/\{\{\s*workflow\.parameters\.([-\w]+)\s*\}\}/g, (tag, name: string) => {
    const value = spec.arguments?.parameters?.find((parameter) => parameter.name === name)?.value;
    return value === undefined ? tag : String(value);
  });
}
