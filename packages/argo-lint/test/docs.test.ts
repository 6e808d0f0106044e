import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { lintDocs, pageFile } from "../scripts/lint-docs/page.js";

test("docs/lint.md matches the rules and their tables (else: npm run lint:docs)", async () => {
  expect(readFileSync(pageFile, "utf8")).toBe(await lintDocs());
});
