import { whenFieldsOf } from "../../expression/when/when-fields.js";
import { defineRule } from "../../rule.js";
import { didYouMean } from "../../text/did-you-mean.js";

export const whenEnum = defineRule({
  name: "when-enum",
  severity: "warning",
  summary: "A `when` compares a parameter of the workflow that has an `enum` with one of the enum's values.",
  manifest(manifest, report) {
    const parameters = manifest.spec.arguments?.parameters ?? [];
    const enums = new Map(parameters.map(({ name, enum: values }) => [name ?? "", values ?? []]));
    for (const { text, path, check } of whenFieldsOf(manifest)) {
      for (const { tag, literal, result } of check.comparisons) {
        const name = /^['"]?\{\{\s*workflow\.parameters\.([\w-]+)\s*\}\}['"]?$/.exec(
          text.slice(tag.start, tag.end),
        )?.[1];
        const values = enums.get(name ?? "") ?? [];
        if (result !== undefined || values.length === 0 || values.map(String).includes(String(literal)))
          continue;
        report({
          at: path,
          message: `The parameter "${name}" is never "${literal}": its enum allows ${values.join(", ")}.`,
          fix: `Compare with a value of the enum.${didYouMean(String(literal), values.map(String))}`,
        });
      }
    }
  },
});
