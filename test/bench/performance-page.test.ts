import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findSection } from "../../bench/performance-page.js";
import { tempDir } from "../../packages/workflow/test/temp-dir.js";

function pageWith(text: string): { readonly root: string; read(): string } {
  const root = tempDir();
  mkdirSync(join(root, "docs"));
  const page = join(root, "docs", "performance.md");
  writeFileSync(page, text);
  return { root, read: () => readFileSync(page, "utf8") };
}

test("results replace those of their own section", () => {
  const { root, read } = pageWith(
    "# A\n\n<!-- bench 100 rows -->\n\nold\n\n<!-- /bench -->\n\n<!-- bench template -->\n\nkept\n\n<!-- /bench -->\n",
  );

  findSection(root, "100 rows").write("new");

  expect(read()).toBe(
    "# A\n\n<!-- bench 100 rows -->\n\nnew\n\n<!-- /bench -->\n\n<!-- bench template -->\n\nkept\n\n<!-- /bench -->\n",
  );
});

test("a page without the section is refused before anything is measured", () => {
  const { root } = pageWith("# A\n");
  expect(() => findSection(root, "100 rows")).toThrow(
    "docs/performance.md has no section between <!-- bench 100 rows --> and <!-- /bench -->. Add both lines.",
  );
});
