import { type Html, type HtmlContent, markup } from "./html.js";
import { warningsBox } from "./sections/remarks.js";
import { style } from "./style.js";

/** What every page begins with. */
export interface PageHead {
  readonly title: string;
  readonly subtitle?: string | undefined;
  /** What a reader must know before they trust the figures, e.g. that the fit did not converge. Shown at the top. */
  readonly warnings?: readonly string[] | undefined;
}

/**
 * A self-contained HTML document: inline SVG and CSS, no script, nothing loaded from elsewhere.
 * @param verdict the result in words, below the title
 * @param body sections
 * @param styles CSS besides that of all pages
 */
export function htmlPage(
  head: PageHead,
  { verdict, body, styles }: { verdict: Html; body: Html; styles: HtmlContent },
): string {
  const { title, subtitle } = head;
  return markup`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
${style}${styles}
</head>
<body>
<main>
<header>
<h1>${title}</h1>
${subtitle !== undefined && markup`<p class="subtitle">${subtitle}</p>`}
${verdict}
${warningsBox(head)}
</header>
${body}
</main>
</body>
</html>
`.toString();
}
