import { expect, test } from "vitest";
import { publishedPage } from "../../scripts/pack/copy-pages.js";
import { pagesOfProjects, publishedPages } from "../../scripts/pack/published-pages.js";

const published = publishedPages();

/** What a page of the how-tos with this text becomes in its package. */
function page(text: string): string {
  return publishedPage("docs/how-to/retry.md", text, published);
}

test("a page that a project has itself is not published, and an example is, without this repository's programs", () => {
  expect(pagesOfProjects.filter((path) => published.includes(path))).toEqual([]);
  expect(published).toContain("docs/how-to/use-secrets.md");
  expect(published).toContain("docs/how-to/cluster/store.yaml");
  expect(published).toContain("examples/coinflip.ts");
  expect(published).not.toContain("examples/main.ts");
  expect(published).not.toContain("docs/how-to/make-it-yours.md");
});

test.each([
  ["another published page", "[a](schedule.md#clean-up)", "[a](schedule.md#clean-up)"],
  ["an address", "[kind](https://kind.sigs.k8s.io)", "[kind](https://kind.sigs.k8s.io)"],
  [
    "a page of projects",
    "[run\non Argo](run-on-argo.md#the-image)",
    "run\non Argo (`docs/how-to/run-on-argo.md`)",
  ],
  ["a file of projects, by its name", "[`src/dataset.ts`](../../src/dataset.ts)", "`src/dataset.ts`"],
  ["a page of this repository", "any [run on disk](../architecture.md#a-run-on-disk)", "any run on disk"],
])("a link to %s is what its reader can follow", (_what, text, expected) => {
  expect(page(text)).toBe(expected);
});

test("a link to a file that is not there is an error that names both", () => {
  expect(() => page("[a](nowhere.md)")).toThrow(
    "docs/how-to/retry.md: there is no docs/how-to/nowhere.md, to which it links.",
  );
});

test("a path from the root leads into the installed package, also in a block, where links stay", () => {
  expect(page("```sh\nkubectl apply -f docs/how-to/cluster/store.yaml # [a](nowhere.md)\n```\n")).toBe(
    "```sh\nkubectl apply -f node_modules/@tiphys/workflow/docs/how-to/cluster/store.yaml # [a](nowhere.md)\n```\n",
  );
});

test("what stands for the repository is left out, and what stands for the package is shown", () => {
  const text = "A\n\n<!-- repository -->\nB\n<!-- end -->\n<!-- package:\nC\n-->\n<!-- a note -->\nD\n";
  expect(page(text)).toBe("A\n\nC\nD\n");
});
