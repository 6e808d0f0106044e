import { namedLists } from "../../model/named-lists.js";
import { defineRule } from "../../rule.js";

export const missingName = defineRule({
  name: "missing-name",
  severity: "error",
  refusedBy: "argo lint",
  summary: "Templates, tasks, steps, parameters and artifacts have names.",
  manifest(manifest, report) {
    for (const { thing, of, items } of namedLists(manifest)) {
      for (const { name, at } of items) {
        if (name !== "") continue;
        const article = /^[aeiou]/.test(thing) ? "An" : "A";
        report({ at, message: `${article} ${thing}${of} has no name.`, fix: 'Add "name".' });
      }
    }
  },
});
