import { expect, test } from "vitest";
import { compareVersions, isVersion } from "../compare-versions.js";

test("versions are ordered as Semantic Versioning orders them", () => {
  const ordered = [
    "0.9.10",
    "1.0.0-1",
    "1.0.0-alpha",
    "1.0.0-alpha.1",
    "1.0.0-alpha.beta",
    "1.0.0-beta",
    "1.0.0-beta.2",
    "1.0.0-beta.11",
    "1.0.0-rc.1",
    "1.0.0",
    "1.0.2",
    "1.0.10",
    "1.2.0",
    "2.0.0",
  ];
  expect([...ordered].reverse().sort(compareVersions)).toEqual(ordered);
  expect(compareVersions("1.0.0-beta.2", "1.0.0-beta.2")).toBe(0);
});

test.each([
  "1.2",
  "v1.2.3",
  "1.2.3.4",
  "01.2.3",
  "1.2.3-",
  "1.2.3-01",
  "1.2.3+build",
  "minor",
  "",
  "1.2.3\n",
])("%j is not a version", (text) => {
  expect(isVersion(text)).toBe(false);
});
