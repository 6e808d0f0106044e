import type { Arguments } from "../../argo-schema/types.js";
import { capitalize } from "../../messages/phrases.js";
import type { DeepPartial } from "../../model/deep-partial.js";
import { callDisplayName, templateDisplayName } from "../../model/display-name.js";
import type { TemplateNode } from "../../model/manifest.js";
import { type MissingInput, missingInputs } from "../../model/missing-inputs.js";
import { referredManifest } from "../../model/scopes/global-scope.js";
import { defineRule } from "../../rule.js";
import { didYouMean } from "../../text/did-you-mean.js";

export const missingInput = defineRule({
  name: "missing-input",
  severity: "error",
  refusedBy: "argo lint",
  summary:
    "Each call supplies every input of the called template, except parameters with a value or a default and artifacts that are optional or have a location.",
  call(call, report) {
    const target = call.caller.manifest.lookup.callee(call);
    if (target.kind !== "found") return;
    const given = call.value.arguments;
    for (const missing of missingInputs(target.template, given)) {
      // Another rule reports an argument without a value.
      if (missing.isArgument && !hasOtherValueFrom(given, missing.name)) continue;
      report({
        at: [...call.path, call.inline === undefined ? "template" : "inline"],
        message: `${capitalize(callDisplayName(call))} calls ${templateDisplayName(target.template)} without its input ${missing.kind} "${missing.name}".`,
        fix: supply(missing, given, target.template),
      });
    }
  },
  manifest(manifest, report) {
    const { kind, spec, specPath, lookup } = manifest;
    // Its parameters are set when a workflow is started from it.
    if (kind === "WorkflowTemplate" || kind === "ClusterWorkflowTemplate") return;
    const referred = referredManifest(manifest);
    if (referred === "elsewhere") return;
    const of = (fields: DeepPartial<Arguments>[]): DeepPartial<Arguments> => ({
      parameters: fields.flatMap(({ parameters }) => parameters ?? []),
      artifacts: fields.flatMap(({ artifacts }) => artifacts ?? []),
    });
    const own = spec.arguments ?? {};
    const merged = of([own, referred?.spec.arguments ?? {}]);
    const starts = [
      ["entrypoint", spec.entrypoint || referred?.spec.entrypoint, merged],
      // An exit handler does not get the workflow template's own arguments.
      ["onExit", spec.onExit || referred?.spec.onExit, own],
    ] as const;
    for (const [field, name, given] of starts) {
      const target = lookup.template(manifest, name);
      if (target.kind !== "found") continue;
      for (const missing of missingInputs(target.template, given)) {
        const why = missing.isArgument
          ? `the workflow's argument of that name has no value here`
          : `the workflow has no argument of that name`;
        report({
          at: [...specPath, field],
          message: `${capitalize(templateDisplayName(target.template))} is called with the workflow's arguments, which lack its input ${missing.kind} "${missing.name}": ${why}.`,
          fix: missing.isArgument
            ? `Give the workflow's parameter "${missing.name}" a value.`
            : supply(missing, given, target.template),
        });
      }
    }
  },
});

function supply(
  { kind, name }: MissingInput,
  given: DeepPartial<Arguments> | undefined,
  { template }: TemplateNode,
): string {
  const group = kind === "parameter" ? "parameters" : "artifacts";
  const inputs = new Set((template.inputs?.[group] ?? []).map((input) => input.name));
  const surplus = (given?.[group] ?? []).flatMap((argument) =>
    argument.name === undefined || inputs.has(argument.name) ? [] : [argument.name],
  );
  const guess = didYouMean(name, surplus);
  const otherwise =
    kind === "parameter" ? "or give the input a default" : "or set optional: true for the input";
  return guess === ""
    ? `Add it to arguments.${group}, ${otherwise}.`
    : `Rename the argument "${/"(.*)"/.exec(guess)?.[1]}" to "${name}".`;
}

/** Whether the argument takes its value from something other than a ConfigMap, which is known only when a workflow starts. */
function hasOtherValueFrom(given: DeepPartial<Arguments> | undefined, name: string): boolean {
  return given?.parameters?.find((each) => each.name === name)?.valueFrom !== undefined;
}
