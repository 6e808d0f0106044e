import { hasEndSomewhere } from "../../model/scopes/has-end-somewhere.js";
import { isRefusedUnclosed } from "../../model/scopes/is-resolved.js";
import { isUnresolvedAt } from "../../model/scopes/is-unresolved-at.js";
import { tagsOf, unclosedTag } from "../../model/tags.js";
import { variableTextsOf } from "../../model/texts.js";
import { defineRule } from "../../rule.js";

export const brokenTag = defineRule({
  name: "broken-tag",
  severity: "warning",
  summary:
    "A tag is closed with }}, and the = of an expression directly follows its {{. A tag that is not closed extends to the next }}, and {{ =…}} is not an expression but the name of an unknown variable.",
  template(node, report) {
    const { template, path, holder, calls } = node;
    if (holder !== undefined) return;
    for (const { text, path: at } of variableTextsOf(template, path)) {
      if (!text.includes("{{")) continue;
      for (const tag of tagsOf(text)) {
        if (tag.kind !== "variable" || !tag.content.startsWith("=") || tag.content.startsWith("==")) continue;
        report({
          at,
          part: tag.text,
          message: `${tag.text} is not an expression, because a space precedes its "=". Argo leaves it unchanged.`,
          fix: `Write {{=${tag.content.slice(1)}}}.`,
        });
      }
      const open = unclosedTag(text);
      if (open === undefined) continue;
      // Something that is not a name, such as braces of a programming language, may be intended.
      const isMeant = /^[a-zA-Z][\w-]*(\.[\w-]+)*\s*\}?($|\s|["'])/.test(open.content);
      if ((isRefusedUnclosed(open) && !isUnresolvedAt(node, at, open)) || !isMeant) continue;
      // A tag without any end is an error.
      const call = calls.find(
        ({ path: of }) => at.length > of.length && of.every((part, i) => at[i] === part),
      );
      if (call !== undefined && !hasEndSomewhere(call.value)) continue;
      if (at[path.length] === "outputs" && !hasEndSomewhere(template.outputs ?? {})) continue;
      report({
        at,
        part: open.text,
        message: `${open.text} is not closed with }}, so Argo takes all that follows for a part of the tag.`,
        fix: "Close the tag with }}.",
      });
    }
  },
});
