import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { packageFolder } from "../../packages/create-tiphys/src/write/links-to-packages.js";
import { pagesOfProjects, publishedPages } from "./published-pages.js";
import { root } from "./repository.js";
import { type Link, pageOfPackage, rewriteLinks } from "./rewrite-page.js";

/** Copies the published pages and examples to the folder of the package that contains them. */
export function copyPages(target: string): void {
  const published = publishedPages();
  for (const path of published) {
    const text = readFileSync(join(root, path), "utf8");
    mkdirSync(dirname(join(target, path)), { recursive: true });
    writeFileSync(join(target, path), path.endsWith(".md") ? publishedPage(path, text, published) : text);
  }
}

/**
 * A page as its package contains it. Links to files that are not published become text, with the path if a project may have
 * the file; paths from the repository's root lead into the installed package.
 * @param path of the page
 * @param published paths of all published files
 */
export function publishedPage(path: string, text: string, published: readonly string[]): string {
  const page = rewriteLinks(pageOfPackage(text), (link) => publishedLink(path, link, published));
  const paths = published.map((each) => each.replaceAll(/[.\\]/g, "\\$&")).join("|");
  return page.replaceAll(new RegExp(`(?<![\\w/.-])(${paths})(?![\\w/-])`, "g"), `${packageFolder}/$1`);
}

function publishedLink(page: string, { text, target }: Link, published: readonly string[]): string {
  const link = `[${text}](${target})`;
  if (/^([a-z]+:|#)/.test(target)) return link;
  const file = posix.join(posix.dirname(page), target.replace(/#.*$/, ""));
  if (published.includes(file)) return link;
  if (!existsSync(join(root, file))) throw new Error(`${page}: there is no ${file}, to which it links.`);
  const isOfProjects = pagesOfProjects.includes(file) || !/^(docs|examples|packages)\//.test(file);
  const name = text.replaceAll("`", "");
  if (name === file || name === posix.basename(file)) return `\`${file}\``;
  return isOfProjects ? `${text} (\`${file}\`)` : text;
}
