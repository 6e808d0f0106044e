import type { Arguments, Parameter } from "../argo-schema/types.js";
import type { DeepPartial } from "./deep-partial.js";
import { hasLocation } from "./has-location.js";
import type { TemplateNode } from "./manifest.js";

/** A required input that a call does not supply. */
export interface MissingInput {
  readonly kind: "parameter" | "artifact";
  readonly name: string;
  /** Whether an argument of that name exists, without a value. */
  readonly isArgument: boolean;
}

/**
 * The inputs of a template that have no value when it is called with these arguments.
 *
 * Source: ProcessArgs in workflow/common/util.go
 */
export function missingInputs(
  { template }: TemplateNode,
  given: DeepPartial<Arguments> = {},
): MissingInput[] {
  const missing: MissingInput[] = [];
  for (const input of template.inputs?.parameters ?? []) {
    const argument = given.parameters?.find(({ name }) => name === input.name);
    // An argument without a value also overrides the default.
    if (hasValue(argument === undefined ? { ...input, value: input.value ?? input.default } : argument))
      continue;
    missing.push({ kind: "parameter", name: input.name ?? "", isArgument: argument !== undefined });
  }
  for (const input of template.inputs?.artifacts ?? []) {
    const isGiven = given.artifacts?.some(({ name }) => name === input.name) === true;
    if (isGiven || input.optional === true || hasLocation(input)) continue;
    missing.push({ kind: "artifact", name: input.name ?? "", isArgument: false });
  }
  return missing;
}

function hasValue({
  value,
  valueFrom,
}: {
  value?: unknown;
  valueFrom?: DeepPartial<Parameter>["valueFrom"];
}): boolean {
  return value !== undefined || valueFrom?.configMapKeyRef !== undefined;
}
