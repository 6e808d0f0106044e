import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeManifest, manifestFile, manifestText } from "../engine-update/manifest.js";
import { commonVersion } from "../scripts/version/files-with-version.js";
import { root } from "./project.js";

test("packages/engine-files.json matches the engine's files (else: npm run engine-files)", () => {
  expect(readFileSync(join(root, manifestFile), "utf8")).toBe(manifestText(makeManifest(root)));
});

test("the project and all packages have the version of packages/VERSION (else: npm run bump)", () => {
  expect(commonVersion(root)).toBe(readFileSync(join(root, "packages/VERSION"), "utf8").trim());
});

test("the library is tested with the template's data", () => {
  const copy = readFileSync(join(root, "packages/ml/test/fixtures/diabetes.csv"));
  expect(copy.equals(readFileSync(join(root, "data/diabetes.csv")))).toBe(true);
});
