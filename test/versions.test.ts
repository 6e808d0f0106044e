import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { commonVersion } from "../scripts/version/files-with-version.js";
import { root } from "./project.js";

test("the project and all packages have one version (else: npm run bump)", () => {
  expect(commonVersion(root)).toMatch(/^\d+\.\d+\.\d+/);
});

test("the library is tested with the template's data", () => {
  const copy = readFileSync(join(root, "packages/ml/test/fixtures/diabetes.csv"));
  expect(copy.equals(readFileSync(join(root, "data/diabetes.csv")))).toBe(true);
});
