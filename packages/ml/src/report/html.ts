class SafeMarkup {
  readonly #markup: string;

  constructor(markup: string) {
    this.#markup = markup;
  }

  toString(): string {
    return this.#markup;
  }
}

/** Markup that is safe to put into a page as it stands. Only the `html` tag makes it. */
export type Html = SafeMarkup;

export type HtmlContent = Html | string | number | false | undefined | readonly HtmlContent[];

/**
 * Builds markup from a template literal. What is interpolated is escaped, for text and for quoted attributes,
 * unless it was itself made by `html`; lists are joined, `false` and `undefined` leave nothing.
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

/** Control characters other than tab and line ends, lone surrogates, and the code points that are no characters. */
const charactersNotAllowedInHtml =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\p{Surrogate}\p{Noncharacter_Code_Point}]/gu;
