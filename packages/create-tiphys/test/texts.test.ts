import { expect, test } from "vitest";
import { checkImageName, checkName, proposeName } from "../src/answers/names.js";
import { renamed } from "../src/answers/rename.js";
import { withoutGone } from "../src/write/without-gone.js";

test.each([
  ["Churn Daten 2024.csv", "churn-daten-2024-csv"],
  ["Ärzte", "arzte"],
  ["---", "my-pipeline"],
  ["evaluate", "my-pipeline"],
])("of %j the name %j is proposed", (text, name) => {
  expect(proposeName(text)).toBe(name);
});

test.each(["Churn", "a_b", "-a", "a-", "x".repeat(53), "", "evaluate"])("the name %j is refused", (name) => {
  expect(() => checkName(name)).toThrow();
});

test("an image has no tag, but may have a port", () => {
  expect(checkImageName("localhost:5000/team/churn")).toBe("localhost:5000/team/churn");
  expect(() => checkImageName("ghcr.io/me/churn:1.0")).toThrow("is not an image name without a tag");
  expect(() => checkImageName("ghcr.io/me/")).toThrow();
});

test("a new name that holds the old one is not replaced twice", () => {
  const project = {
    name: "diabetes-pipeline-2",
    image: "me/diabetes-pipeline",
    packages: "registry",
  } as const;
  expect(
    renamed("ghcr.io/your-name/diabetes-pipeline:1 diabetes-pipeline model-training-pipeline", project),
  ).toBe("me/diabetes-pipeline:1 diabetes-pipeline-2 diabetes-pipeline-2");
});

const kept = {
  wasThere: (path: string) => path !== "nowhere/x",
  isThere: (path: string) => !path.startsWith("gone"),
  isScript: (name: string) => name !== "gone",
};

test.each<[string, string, string]>([
  [
    "a sentence with a link",
    "One. See [a](../gone/a.ts#x). [Two](b.md) stays.\n",
    "One. [Two](b.md) stays.\n",
  ],
  ["a sentence over lines", "One of [a\nb](../gone/a.ts) and\n`c`. Two.\n", "Two.\n"],
  ["a paragraph", "# A\n\n[a](../gone/a.ts): b.\n\nC.\n", "# A\n\nC.\n"],
  [
    "an item, and a sentence of one",
    "- `gone/a.ts`.\n- B. See `npm run gone`.\n  C.\n- D\n",
    "- B. C.\n- D\n",
  ],
  ["a row of a table", "| a |\n|---|\n| `npm run gone` |\n| b |\n", "| a |\n|---|\n| b |\n"],
  ["a section", "A.\n\n## B\n\n[b](../gone/b.md).\n\n## C\n\nD.\n", "A.\n\n## C\n\nD.\n"],
  ["a command", "A.\n\n```sh\nnpm run gone -- x\nnpm start\n```\n", "A.\n\n```sh\nnpm start\n```\n"],
  [
    "a block and what announces it",
    "A is b. An example:\n\n```sh\nnpm run gone\n```\n\nC.\n",
    "A is b.\n\nC.\n",
  ],
  [
    "nothing that is there",
    "See [a](../b.md), [c](https://c.org), [d](#d), `nowhere/x`.\n",
    "See [a](../b.md), [c](https://c.org), [d](#d), `nowhere/x`.\n",
  ],
])("a page loses %s about what is gone", (_what, page, expected) => {
  expect(withoutGone(page, "docs/page.md", kept)).toBe(expected);
});
