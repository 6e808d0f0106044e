import { namedThing } from "../../messages/phrases.js";
import { namedLists } from "../../model/named-lists.js";
import { defineRule } from "../../rule.js";

export const nameTwice = defineRule({
  name: "name-twice",
  severity: "error",
  refusedBy: "argo lint",
  summary:
    "A name is unique among its kind: templates of a manifest, tasks or steps of a template (in all groups of steps), parameters, artifacts.",
  manifest(manifest, report) {
    for (const list of namedLists(manifest)) {
      const seen = new Set<string>();
      for (const { name, at } of list.items) {
        if (name === "") continue;
        if (seen.has(name)) {
          const message = `${namedThing(list, name)} is defined twice.`;
          report({ at: [...at, "name"], message, fix: "Rename or remove one of them." });
        }
        seen.add(name);
      }
    }
  },
});
