import type { Arguments, Parameter } from "../../definition/argo-schema/types.js";
import { hasLocation } from "./has-location.js";
import type { Loose } from "./loose.js";
import type { TemplateNode } from "./template-node.js";

/** An input that a call has to supply and does not. */
export interface MissingInput {
  readonly kind: "parameter" | "artifact";
  readonly name: string;
  /** Whether there is an argument of that name; then it has no value. */
  readonly isArgument: boolean;
}

/**
 * The inputs of a template that have no value when it is called with these arguments.
 *
 * Source: ProcessArgs in workflow/common/util.go
 */
export function missingInputs({ template }: TemplateNode, given: Loose<Arguments> = {}): MissingInput[] {
  const missing: MissingInput[] = [];
  for (const input of template.inputs?.parameters ?? []) {
    const argument = given.parameters?.find(({ name }) => name === input.name);
    // An argument without a value takes the default away too.
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
  valueFrom?: Loose<Parameter>["valueFrom"];
}): boolean {
  return value !== undefined || valueFrom?.configMapKeyRef !== undefined;
}
