import { argumentLists } from "../../model/argument-lists.js";
import { defineRule } from "../../rule.js";

const forbidden = ["path", "jsonPath", "parameter", "expression"] as const;

export const argumentSource = defineRule({
  name: "argument-source",
  severity: "error",
  refusedBy: "argo lint",
  summary:
    "The valueFrom of an argument is configMapKeyRef, supplied or event; the others are only for outputs.",
  manifest(manifest, report) {
    for (const { arguments: own, at, words } of argumentLists(manifest)) {
      for (const [i, { name = "", valueFrom }] of (own.parameters ?? []).entries()) {
        if (valueFrom === undefined) continue;
        const wrong = forbidden.find((source) => (valueFrom[source] ?? "") !== "");
        const right =
          valueFrom.configMapKeyRef !== undefined ||
          valueFrom.supplied !== undefined ||
          (valueFrom.event ?? "") !== "";
        if (right && wrong === undefined) continue;
        const place = [...at, "parameters", i, "valueFrom"];
        report({
          at: wrong === undefined ? place : [...place, wrong],
          ...(wrong !== undefined && { key: true }),
          message: `The parameter "${name}" of ${words} takes its value ${
            wrong === undefined ? "from nowhere" : `from ${wrong}, which is only for outputs`
          }.`,
          fix:
            wrong === "parameter"
              ? `Write it as value: "${valueFrom.parameter ?? ""}".`
              : "Use value, or one of configMapKeyRef, supplied and event in valueFrom.",
        });
      }
    }
  },
});
