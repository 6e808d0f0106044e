import { defineRule } from "../../rule.js";

export const duplicateKey = defineRule({
  name: "duplicate-key",
  severity: "warning",
  summary:
    "A key stands once in a map. Where it stands twice, the argo CLI leaves out the whole document, without a word where the file has others.",
  document({ problems }, report) {
    for (const { kind, message, start, end } of problems) {
      if (kind !== "duplicate-key") continue;
      report({ at: [], range: { start, end }, message: `${message}.`, fix: "Remove one of the two." });
    }
  },
});
