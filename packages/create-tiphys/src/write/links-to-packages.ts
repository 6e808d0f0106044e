import { dirname, join, relative } from "node:path/posix";

/** Pages for those who have no project, or none of this kind: neither a project nor a package contains them. */
export const pagesForOthers: readonly string[] = [
  "docs/how-to/lint-any-manifest.md",
  "docs/how-to/make-it-yours.md",
  "docs/how-to/use-the-packages.md",
];

/** Pages and examples that `@tiphys/workflow` contains, with the same paths as in the template's repository. */
const published = /^(docs\/how-to\/|docs\/lint\.md$|examples\/)/;

/** The folder of that package in a project. */
export const packageFolder = "node_modules/@tiphys/workflow";

/**
 * Points a page's links to the engine's pages and examples, which a project does not have itself, to its installed package.
 * @param path the page's path
 * @param isThere whether the project has a file
 */
export function linksToPackages(page: string, path: string, isThere: (path: string) => boolean): string {
  const folder = dirname(path);
  return page.replaceAll(/\]\(([^)\s#]+)(#[^)\s]*)?\)/g, (link, target: string, anchor = "") => {
    if (/^[a-z]+:/.test(target)) return link;
    const file = join(folder, target);
    if (isThere(file) || !published.test(file) || pagesForOthers.includes(file)) return link;
    return `](${relative(folder, join(packageFolder, file))}${anchor})`;
  });
}
