import { createHash } from "node:crypto";
import { filterScript } from "./filter-script.js";
import { type PageMarkup, pageMarkup } from "./page-markup.js";
import { pageStyle } from "./page-style.js";
import { sortScript } from "./sort-script.js";

const pageScript = `${sortScript}${filterScript}`;

/** Nothing is loaded, and only this style and this script have an effect: a note cannot bring its own. */
const policy = `default-src 'none'; base-uri 'none'; form-action 'none'; style-src '${hashOf(pageStyle)}'; script-src '${hashOf(pageScript)}'`;

/** A whole HTML document: self-contained, without anything loaded from elsewhere. */
export function pageDocument(title: string, content: PageMarkup): string {
  // Style and script contain no text of a run, and are not escaped: their bytes have the hashes in the policy.
  return pageMarkup`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style></style>
</head>
<body>
<main>
${content}
</main>
<script></script>
</body>
</html>
`
    .toString()
    .replace("<style></style>", () => `<style>${pageStyle}</style>`)
    .replace(/<script><\/script>(?=\n<\/body>)/, () => `<script>${pageScript}</script>`);
}

function hashOf(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
