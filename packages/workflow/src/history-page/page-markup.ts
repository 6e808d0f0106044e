class Escaped {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

/** HTML that needs no escaping. Only `pageMarkup` creates it. */
export type PageMarkup = Escaped;

export type PageContent = PageMarkup | string | number | false | undefined | readonly PageContent[];

/**
 * HTML from a template literal. Texts are escaped, for elements and for quoted attributes; lists are joined; `false` and
 * `undefined` are omitted.
 */
export function pageMarkup(literals: TemplateStringsArray, ...contents: readonly PageContent[]): PageMarkup {
  return new Escaped(literals.map((literal, i) => literal + rendered(contents[i])).join(""));
}

function rendered(content: PageContent): string {
  if (content === undefined || content === false) return "";
  if (content instanceof Escaped) return content.toString();
  if (typeof content === "string" || typeof content === "number") return escaped(String(content));
  return content.map(rendered).join("");
}

/** A name that may be broken before its capitals, as in `negativePredictiveValue`. */
export function breakable(name: string): PageMarkup {
  return pageMarkup`${name.split(/(?<=[a-z])(?=[A-Z])|(?<=[_.-])/).map((part, i) => pageMarkup`${i > 0 && wordBreak}${part}`)}`;
}

const wordBreak = new Escaped("<wbr>");

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Characters that HTML does not allow, and controls of the writing direction, which would reorder the text around them. */
const notShown =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: this pattern looks for them
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\p{Surrogate}\p{Noncharacter_Code_Point}]/gu;

/** A browser may begin a new line there, or show a box. */
const separators = /[\u2028\u2029]/g;

function escaped(text: string): string {
  return text
    .replace(notShown, "\uFFFD")
    .replace(separators, " ")
    .replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
