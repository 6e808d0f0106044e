/** One `{{…}}` of a text. */
export interface Tag {
  /** With its braces, as written. */
  readonly text: string;
  /** Between the braces, without `=` and surrounding whitespace. */
  readonly content: string;
  /** `{{=…}}` is an expression; the others are names of variables. */
  readonly kind: "variable" | "expression";
  /** Its offset in the text. */
  readonly offset: number;
}

/**
 * The tags of a text, found as Argo finds them: from `{{` to the next `}}`. An opening without an end is not a tag.
 * Source: valyala/fasttemplate, which Argo uses on each template as JSON.
 */
export function tagsOf(text: string): Tag[] {
  const tags: Tag[] = [];
  for (let from = 0; ; ) {
    const offset = text.indexOf("{{", from);
    if (offset < 0) return tags;
    const end = text.indexOf("}}", offset + 2);
    if (end < 0) return tags;
    tags.push(tagOf(text, offset, end));
    from = end + 2;
  }
}

/** The last `{{` of a text, if it has no `}}`. Its `text` is the first word of what follows. */
export function unclosedTag(text: string): Tag | undefined {
  const last = tagsOf(text).at(-1);
  const offset = text.indexOf("{{", last === undefined ? 0 : last.offset + last.text.length);
  if (offset < 0) return undefined;
  const tag = tagOf(text, offset, text.length);
  return { ...tag, text: text.slice(offset).split(/(?<=\S)\s/)[0] ?? "" };
}

function tagOf(text: string, offset: number, end: number): Tag {
  const inside = text.slice(offset + 2, end);
  const isExpression = inside.startsWith("=");
  return {
    text: text.slice(offset, end + 2),
    content: (isExpression ? inside.slice(1) : inside).trim(),
    kind: isExpression ? "expression" : "variable",
    offset,
  };
}

/** Whether a text contains a `{{`, so that a part of it may be known only at run time. */
export function hasTag(text: string): boolean {
  return text.includes("{{");
}

/** Whether a text contains a tag that is only the name of a variable. */
export function hasVariableTag(text: string): boolean {
  return /\{\{[-a-zA-Z0-9]+(\.[-a-zA-Z0-9_]+)*\}\}/.test(text);
}

/** Argo searches for tags in JSON, where a line feed is two characters, not whitespace. */
export function nameInJson({ text }: Tag): string {
  return JSON.stringify(text.slice(2, -2)).slice(1, -1).trim();
}
