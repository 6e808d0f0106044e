import type { Path } from "../../model/path.js";
import { hasEndSomewhere } from "../../model/scopes/has-end-somewhere.js";
import { isRefusedUnclosed } from "../../model/scopes/is-resolved.js";
import { isUnresolvedAt, type OpenTag } from "../../model/scopes/is-unresolved-at.js";
import { unclosedTag } from "../../model/tags.js";
import { variableTextsOf } from "../../model/texts.js";
import { defineRule, type Reporter } from "../../rule.js";

export const unclosedTagRule = defineRule({
  name: "unclosed-tag",
  severity: "error",
  refusedBy: "argo lint",
  summary:
    "A {{ is closed with }} in the same string. Argo takes all that follows, up to the next }} in whatever field, for the name of a variable or for an expression.",
  template(node, report) {
    const { template, path, holder, calls } = node;
    // An inline template is checked with the task or step that contains it.
    if (holder !== undefined) return;
    const { dag: _dag, steps: _steps, outputs, ...others } = template;
    check(others, path, true, report, false, (at, open) => isUnresolvedAt(node, at, open));
    if (outputs !== undefined) check(outputs, [...path, "outputs"], hasEndSomewhere(outputs), report);
    for (const { value, path } of calls) {
      check(value, path, hasEndSomewhere(value), report, Boolean(value.withParam));
    }
  },
});

/**
 * @param ofAnyItem whether Argo accepts any field of an item, because it does not know the items
 * @param accepts whether Argo accepts an open tag at a place
 */
function check(
  value: object,
  path: Path,
  hasEnd: boolean,
  report: Reporter,
  ofAnyItem = false,
  accepts: (at: Path, open: OpenTag) => boolean = () => false,
): void {
  for (const { text, path: at } of variableTextsOf(value, path)) {
    if (!text.includes("{{")) continue;
    const open = unclosedTag(text);
    if (open === undefined || (hasEnd && !isRefusedUnclosed(open, ofAnyItem))) continue;
    if (accepts(at, open)) continue;
    report({
      at,
      part: open.text,
      message: `${open.text} is not closed with }}, so Argo takes all that follows for a part of the tag.`,
      fix: "Close the tag with }}.",
    });
  }
}
