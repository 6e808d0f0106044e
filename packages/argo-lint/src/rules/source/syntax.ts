import { defineRule } from "../../rule.js";

export const syntax = defineRule({
  name: "syntax",
  severity: "error",
  refusedBy: "argo lint",
  summary: "A manifest is YAML 1.1 or JSON, in UTF-8.",
  document({ problems }, report) {
    for (const { kind, message, start, end } of problems) {
      if (kind === "duplicate-key" || kind === "size") continue;
      report({
        at: [],
        range: { start, end },
        message: `This cannot be read as YAML: ${message}.`,
        fix: kind === "aliases" ? "Repeat the values, or use fewer aliases." : "Fix the YAML here.",
      });
    }
  },
});
