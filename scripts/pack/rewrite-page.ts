/** A link of a page. */
export interface Link {
  readonly text: string;
  readonly target: string;
}

/** Rewrites the links of a Markdown page. Code blocks stay as they are. */
export function rewriteLinks(page: string, rewrite: (link: Link) => string): string {
  return outsideBlocks(page, (prose) =>
    prose.replaceAll(
      /(?<!!)\[((?:`[^`]*`|[^[\]`])*)\]\(([^)\s]+)\)/g,
      (_link, text: string, target: string) => rewrite({ text, target }),
    ),
  );
}

/**
 * A page as a package contains it: without comments and without what stands between `<!-- repository -->` and
 * `<!-- end -->`; of a comment that begins with `package:`, the rest is a part of the page.
 */
export function pageOfPackage(page: string): string {
  return page
    .replaceAll(/<!-- repository -->\n.*?<!-- end -->\n/gs, "")
    .replaceAll(/<!-- package:\n(.*?)-->\n/gs, "$1")
    .replaceAll(/<!--.*?-->\n*/gs, "");
}

function outsideBlocks(page: string, change: (prose: string) => string): string {
  return page
    .split(/(^```.*?^```$)/ms)
    .map((part) => (part.startsWith("```") ? part : change(part)))
    .join("");
}
