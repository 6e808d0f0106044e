import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { anchorsOf, targetsOf } from "./markdown.js";
import { allPages, readPage } from "./pages.js";
import { projectRoot } from "./project-copy.js";

test.each(allPages())("every link and image of %s has a target", (page) => {
  const dead = targetsOf(readPage(page)).filter((target) => !leadsSomewhere(page, target));
  expect(dead).toEqual([]);
});

test("a link to a missing file is found", () => {
  expect(leadsSomewhere("README.md", "docs/nowhere.md")).toBe(false);
  expect(leadsSomewhere("README.md", "docs/architecture.md#nowhere")).toBe(false);
});

function leadsSomewhere(page: string, target: string): boolean {
  if (/^[a-z]+:/.test(target)) return true;
  const [path = "", anchor] = target.split("#");
  const file = path === "" ? page : join(dirname(page), path);
  if (!existsSync(join(projectRoot, file))) return false;
  return anchor === undefined || anchorsOf(readPage(file)).includes(anchor);
}
