class SafeMarkup {
  readonly #markup: string;

  constructor(markup: string) {
    this.#markup = markup;
  }

  toString(): string {
    return this.#markup;
  }
}

/** Markup that needs no escaping. Only the `markup` tag creates it. */
export type Html = SafeMarkup;

export type HtmlContent = Html | string | number | false | undefined | readonly HtmlContent[];

/**
 * Builds markup from a template literal. Interpolated values are escaped, for text and for quoted attributes, unless
 * `markup` created them; lists are joined; `false` and `undefined` are omitted.
 */
export function markup(literals: TemplateStringsArray, ...contents: readonly HtmlContent[]): Html {
  let markup = "";
  literals.forEach((literal, index) => {
    markup += literal + render(contents[index]);
  });
  return new SafeMarkup(markup);
}

function render(content: HtmlContent): string {
  if (content === undefined || content === false) return "";
  if (content instanceof SafeMarkup) return content.toString();
  if (typeof content === "string" || typeof content === "number") return escapeText(String(content));
  return content.map(render).join("");
}

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeText(text: string): string {
  return text
    .replace(charactersNotAllowedInHtml, "\uFFFD")
    .replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** Control characters other than tab and line ends, lone surrogates, and noncharacters. */
const charactersNotAllowedInHtml =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: this pattern looks for them
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\p{Surrogate}\p{Noncharacter_Code_Point}]/gu;
