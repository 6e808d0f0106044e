import type { Manifest } from "../model/manifest.js";
import type { Path } from "../model/path.js";
import { type Tag, tagsOf } from "../model/tags.js";
import { textsOf } from "../model/texts.js";
import { type ParsedExpression, parseExpression } from "./parse-expression.js";

/** A `{{=…}}` of a manifest. */
export interface ExpressionTag {
  readonly tag: Tag;
  /** The path of the text that contains it. */
  readonly path: Path;
  readonly parsed: ParsedExpression;
  /** The whole intended tag, if Argo ends it at a `}}` inside the expression. */
  readonly whole: string | undefined;
}

const known = new WeakMap<Manifest, readonly ExpressionTag[]>();

/** Every `{{=…}}` of a workflow's spec, and of the `when` of a cron workflow. */
export function expressionTagsOf(manifest: Manifest): readonly ExpressionTag[] {
  const found = known.get(manifest);
  if (found !== undefined) return found;
  const tags = [...findTags(manifest)];
  known.set(manifest, tags);
  return tags;
}

function* findTags({ spec, specPath, kind, value }: Manifest): Generator<ExpressionTag> {
  for (const { text, path } of textsOf(spec, specPath)) yield* tagsOfText(text, path);
  const cron = kind === "CronWorkflow" ? value.spec : undefined;
  if (typeof cron === "object" && cron !== null && "when" in cron && typeof cron.when === "string") {
    yield* tagsOfText(cron.when, ["spec", "when"]);
  }
}

function* tagsOfText(text: string, path: Path): Generator<ExpressionTag> {
  if (!text.includes("{{=")) return;
  for (const tag of tagsOf(text)) {
    if (tag.kind !== "expression") continue;
    const parsed = parseExpression(tag.content);
    yield { tag, path, parsed, whole: parsed.ast === undefined ? wholeTag(text, tag) : undefined };
  }
}

/** Tries the next few `}}` as an end that makes it an expression. */
function wholeTag(text: string, { text: cut, offset }: Tag): string | undefined {
  let end = offset + cut.length - 2;
  for (let tries = 0; tries < 6; tries++) {
    end = text.indexOf("}}", end + 1);
    if (end < 0) return undefined;
    if (parseExpression(text.slice(offset + 3, end)).ast !== undefined) return text.slice(offset, end + 2);
  }
  return undefined;
}
