import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { examples } from "../../examples/all.js";

const folder = join(import.meta.dirname, "../../examples");

test.each(examples)("the file of $name says in its first line what it shows", ({ name }) => {
  const [first] = readFileSync(join(folder, `${name}.ts`), "utf8").split("\n");
  expect(first).toMatch(/^\/\*\* .+ \*\/$/);
});

test("every YAML file belongs to an example", () => {
  const files = readdirSync(folder).filter((file) => file.endsWith(".yaml"));
  expect(files.sort()).toEqual(examples.map(({ name }) => `${name}.yaml`).sort());
});
