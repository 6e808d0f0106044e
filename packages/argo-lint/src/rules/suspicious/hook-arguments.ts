import type { LifecycleHook } from "../../argo-schema/types.js";
import type { DeepPartial } from "../../model/deep-partial.js";
import { templateDisplayName } from "../../model/display-name.js";
import type { Manifest } from "../../model/manifest.js";
import { missingInputs } from "../../model/missing-inputs.js";
import type { Path } from "../../model/path.js";
import { defineRule, type Reporter } from "../../rule.js";

export const hookArguments = defineRule({
  name: "hook-arguments",
  severity: "warning",
  summary:
    "A hook supplies the inputs of the template that it runs. argo lint does not check this: the workflow ends with an error when the hook runs.",
  manifest(manifest, report) {
    const { spec, specPath } = manifest;
    for (const [name, hook] of Object.entries(spec.hooks ?? {})) {
      check(manifest, hook, name, [...specPath, "hooks", name], report);
    }
  },
  call({ value, path, caller }, report) {
    for (const [name, hook] of Object.entries(value.hooks ?? {})) {
      check(caller.manifest, hook, name, [...path, "hooks", name], report);
    }
    // The older way to name an exit handler, without arguments.
    const handler = caller.manifest.lookup.template(caller.manifest, value.onExit);
    if (handler.kind !== "found" || value.hooks?.exit !== undefined) return;
    for (const { kind, name } of missingInputs(handler.template)) {
      report({
        at: [...path, "onExit"],
        message: `onExit runs ${templateDisplayName(handler.template)} without arguments, but the template requires the input ${kind} "${name}".`,
        fix: "Replace onExit by hooks.exit with template and arguments.",
      });
    }
  },
});

function check(
  manifest: Manifest,
  hook: DeepPartial<LifecycleHook> | undefined,
  hookName: string,
  path: Path,
  report: Reporter,
): void {
  if (hook === undefined) return;
  const callee = manifest.lookup.called(hook, manifest);
  if (callee.kind !== "found") return;
  for (const { kind, name, isArgument } of missingInputs(callee.template, hook.arguments)) {
    report({
      at: [...path, hook.templateRef === undefined ? "template" : "templateRef"],
      message: `The hook "${hookName}" runs ${templateDisplayName(callee.template)} without its input ${kind} "${name}".`,
      fix: isArgument
        ? `Give the argument "${name}" a value.`
        : `Add it to arguments.${kind}s of the hook, or give the input a default.`,
    });
  }
}
