import { useOneOf } from "../../messages/suggestions.js";
import { argumentLists } from "../../model/argument-lists.js";
import { defineRule } from "../../rule.js";

export const parameterEnum = defineRule({
  name: "parameter-enum",
  severity: "error",
  refusedBy: "argo lint",
  summary: "The enum of an argument is not empty and contains the argument's value.",
  manifest(manifest, report) {
    for (const { arguments: own, at, words } of argumentLists(manifest)) {
      for (const [i, { name = "", value, valueFrom, enum: choices }] of (own.parameters ?? []).entries()) {
        if (choices === undefined) continue;
        const place = [...at, "parameters", i];
        const texts = choices.map(String);
        if (texts.length === 0) {
          report({
            at: [...place, "enum"],
            message: `The enum of parameter "${name}" of ${words} is empty.`,
            fix: "List the values that are allowed, or remove enum.",
          });
        } else if (value !== undefined && !texts.includes(String(value))) {
          report({
            at: [...place, "value"],
            message: `The value "${String(value)}" of parameter "${name}" of ${words} is not in its enum.`,
            fix: useOneOf(String(value), texts),
          });
        } else if (value === undefined && valueFrom !== undefined) {
          report({
            at: [...place, "enum"],
            key: true,
            message: `The parameter "${name}" of ${words} has an enum, which needs a value, not a valueFrom.`,
            fix: "Set value to one of them, or remove enum.",
          });
        }
      }
    }
  },
});
