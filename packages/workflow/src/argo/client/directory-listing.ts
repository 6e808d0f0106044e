const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Parses the names on the server's page of a directory; those of folders end with a slash. */
export function parseDirectoryListing(page: string): string[] {
  const entries = page.matchAll(/<li><a href="\.\/[^"]*">([^<]*)<\/a><\/li>/g);
  return [...entries].map(([, text = ""]) => decodeEntities(text));
}

/** Decodes HTML entities as Go's templates write them. */
function decodeEntities(html: string): string {
  return html.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    return entities[name] ?? whole;
  });
}
