import type { LifecycleHook } from "../../argo-schema/types.js";
import type { DeepPartial } from "../../model/deep-partial.js";
import { callDisplayName } from "../../model/display-name.js";
import type { Path } from "../../model/path.js";
import { defineRule, type Reporter } from "../../rule.js";

export const hookExpression = defineRule({
  name: "hook-expression",
  severity: "error",
  refusedBy: "argo lint",
  summary: "Every hook except `exit` has an expression that says when it runs.",
  manifest({ spec, specPath }, report) {
    check(spec.hooks, [...specPath, "hooks"], "the workflow", "workflow.status", report);
  },
  call(call, report) {
    const status = `${call.prefix}["${call.name}"].status`;
    const reportCall: Reporter =
      call.kind === "step" ? report : (problem) => report({ ...problem, refusedBy: "controller" });
    check(call.value.hooks, [...call.path, "hooks"], callDisplayName(call), status, reportCall);
  },
});

function check(
  hooks: { readonly [name: string]: DeepPartial<LifecycleHook> | undefined } | undefined,
  path: Path,
  holder: string,
  status: string,
  report: Reporter,
): void {
  for (const [name, hook] of Object.entries(hooks ?? {})) {
    if (name === "exit" || hook?.expression) continue;
    report({
      at: [...path, name],
      key: true,
      message: `The hook "${name}" of ${holder} has no expression.`,
      fix: `Give it an expression, such as ${status} == "Failed", or name it exit.`,
    });
  }
}
