import { capitalize } from "../../messages/phrases.js";
import { templateDisplayName } from "../../model/display-name.js";
import { defineRule } from "../../rule.js";
import { didYouMean } from "../../text/did-you-mean.js";

export const surplusArgument = defineRule({
  name: "surplus-argument",
  severity: "warning",
  summary:
    "A task or step passes only arguments that are inputs of the called template. Argo silently drops the others.",
  call(call, report) {
    const target = call.caller.manifest.lookup.callee(call);
    if (target.kind !== "found") return;
    const { template } = target.template;
    for (const kind of ["parameters", "artifacts"] as const) {
      const one = kind === "parameters" ? "parameter" : "artifact";
      const inputs = (template.inputs?.[kind] ?? []).map((input) => input.name ?? "");
      for (const [i, { name = "" }] of (call.value.arguments?.[kind] ?? []).entries()) {
        if (name === "" || inputs.includes(name)) continue;
        const other = template.inputs?.[kind === "parameters" ? "artifacts" : "parameters"] ?? [];
        const isOtherKind = other.some((input) => input.name === name);
        report({
          at: [...call.path, "arguments", kind, i, "name"],
          message: `${capitalize(templateDisplayName(target.template))} has no input ${one} "${name}".`,
          fix: isOtherKind
            ? `It is an input ${one === "parameter" ? "artifact" : "parameter"}: pass it under arguments.${one === "parameter" ? "artifacts" : "parameters"}.`
            : `Remove it, or declare it under inputs.${kind} of that template.${didYouMean(name, inputs)}`,
        });
      }
    }
  },
});
