import { expect, test } from "vitest";
import { foreignArchitectures } from "../../../scripts/image/foreign-architectures.js";

test.each([
  [["linux/amd64", "linux/arm64"], "x86_64", ["arm64"]],
  [["linux/amd64", "linux/arm64"], "aarch64", ["amd64"]],
  [["linux/arm64/v8", "linux/arm64"], "x86_64", ["arm64"]],
  [["linux/amd64"], "x86_64", []],
  [[], "x86_64", []],
])("of %j, a machine %s has to emulate %j", (platforms, machine, expected) => {
  expect(foreignArchitectures(platforms, machine)).toEqual(expected);
});
