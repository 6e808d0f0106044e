const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** The names on the page that the server makes of a directory; those of folders end with a slash. */
export function parseDirectoryListing(page: string): string[] {
  const entries = page.matchAll(/<li><a href="\.\/[^"]*">([^<]*)<\/a><\/li>/g);
  return [...entries].map(([, text = ""]) => plainText(text));
}

/** Undoes what Go's templates do to text in HTML. */
function plainText(html: string): string {
  return html.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    return entities[name] ?? whole;
  });
}
