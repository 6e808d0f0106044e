import { defineRule } from "../../rule.js";

export const duplicateKey = defineRule({
  name: "duplicate-key",
  severity: "warning",
  summary:
    "A key is unique in its map. With a duplicate key, the argo CLI ignores the whole document, silently if the file contains others.",
  document({ problems }, report) {
    for (const { kind, message, start, end } of problems) {
      if (kind !== "duplicate-key") continue;
      report({ at: [], range: { start, end }, message: `${message}.`, fix: "Remove one of the two." });
    }
  },
});
