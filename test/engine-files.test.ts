import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeManifest, manifestFile, manifestText } from "../engine-update/manifest.js";
import { root } from "./project.js";

test("packages/engine-files.json matches the engine's files (else: npm run engine-files)", () => {
  expect(readFileSync(join(root, manifestFile), "utf8")).toBe(manifestText(makeManifest(root)));
});

test("packages/VERSION is the version of both packages", () => {
  const version = readFileSync(join(root, "packages/VERSION"), "utf8").trim();
  const versions = ["ml", "workflow"].map(
    (name): unknown =>
      Object(JSON.parse(readFileSync(join(root, "packages", name, "package.json"), "utf8"))).version,
  );
  expect(versions).toEqual([version, version]);
});

test("the library is tested with the template's data", () => {
  const copy = readFileSync(join(root, "packages/ml/test/fixtures/diabetes.csv"));
  expect(copy.equals(readFileSync(join(root, "data/diabetes.csv")))).toBe(true);
});
