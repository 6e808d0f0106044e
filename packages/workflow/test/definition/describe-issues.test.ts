import { describe, expect, test } from "vitest";
import * as z from "zod";
import { describeIssues } from "../../src/definition/describe-issues.js";

describe("the issues that a schema found", () => {
  test("have one clause each, with the path", () => {
    const { error } = z
      .object({ metrics: z.object({ auc: z.number() }), rows: z.array(z.int()) })
      .safeParse({ metrics: { auc: "x" }, rows: [1, 2.5] });

    expect(error && describeIssues(error)).toBe(
      "metrics.auc: invalid input: expected number, received string; rows.1: invalid input: expected int, received number",
    );
  });

  test("have at most five clauses", () => {
    const { error } = z.array(z.number()).safeParse(["a", "b", "c", "d", "e", "f", "g"]);

    expect(error && describeIssues(error)).toMatch(/^0: .*; 4: [^;]*; and 2 more$/);
  });

  test("have no path if the whole value is wrong", () => {
    const { error } = z.number().safeParse("x");

    expect(error && describeIssues(error)).toBe("invalid input: expected number, received string");
  });
});
