import { callDisplayName } from "../../model/display-name.js";
import { findCycles } from "../../model/find-cycles.js";
import { type Call, isLoop, type TemplateNode } from "../../model/manifest.js";
import { defineRule } from "../../rule.js";

export const endlessRecursion = defineRule({
  name: "endless-recursion",
  severity: "warning",
  summary:
    "A template that calls itself, directly or through others, does so under a condition: otherwise it never ends, and Argo stops it when the calls are nested a hundred deep.",
  manifest({ templates, lookup }, report) {
    const callee = (call: Call): TemplateNode | undefined => {
      const target = lookup.callee(call);
      return target.kind === "found" ? target.template : undefined;
    };
    const called = (template: TemplateNode): TemplateNode[] =>
      template.calls.filter(isUnconditional).flatMap((call) => callee(call) ?? []);
    for (const cycle of findCycles(templates, called)) {
      const [first] = cycle;
      const call = first?.calls.filter(isUnconditional).find((each) => callee(each) === (cycle[1] ?? first));
      if (first === undefined || call === undefined) continue;
      const names = [...cycle, first].flatMap(({ name }) => (name === "" ? [] : [name]));
      report({
        at: call.path,
        message: `The ${callDisplayName(call)} has no condition and leads back to its own template: ${names.join(" → ")}.`,
        fix: "Add a when that becomes false at some point.",
      });
    }
  },
});

function isUnconditional(call: Call): boolean {
  const { when, depends } = call.value;
  return !when && !depends && !isLoop(call);
}
