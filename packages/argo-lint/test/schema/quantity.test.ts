import { describe, expect, test } from "vitest";
import { isQuantity, quantityValue } from "../../src/schema/quantity.js";

describe("what Kubernetes reads as a quantity", () => {
  test.each([
    "1",
    "0.5",
    ".5",
    "5.",
    "100m",
    "1Gi",
    "1.5Gi",
    "1e3",
    "1E3",
    "1e-3",
    "-1",
    "+1",
    " 1Gi ",
    "Gi",
    "+",
  ])("%j is one", (text) => {
    expect(isQuantity(text)).toBe(true);
  });

  test.each([
    "",
    "1Gx",
    "1K",
    "1ki",
    "1mi",
    "1i",
    "1e",
    "1ee3",
    "1e1.5",
    "1 Gi",
    "--1",
    "0x1",
    "1_000",
    "{{x}}",
    "1\n",
  ])("%j is none", (text) => {
    expect(isQuantity(text)).toBe(false);
  });
});

test.each([
  ["100m", 0.1],
  ["1Ki", 1024],
  ["1.5G", 1.5e9],
  ["1e3", 1000],
  [2, 2],
] as const)("%j is %d", (text, value) => {
  expect(quantityValue(text)).toBeCloseTo(value, 9);
});
