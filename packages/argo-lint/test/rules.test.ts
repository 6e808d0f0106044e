import { beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { argoCli } from "../../workflow/test/argo/argo-lint.js";
import { lintManifest, type Rule, rules } from "../src/index.js";
import { acceptedByArgo } from "./accepted-by-argo.js";
import { ruleTables } from "./rule-tables.js";

const tables = await ruleTables();

test("every rule has a table, and every table a rule", () => {
  expect(tables.map(({ rule }) => rule.name).sort()).toEqual(rules.map(({ name }) => name).sort());
});

test("rule names are unique", () => {
  const names = z.array(z.string().regex(/^[a-z]+(-[a-z]+)*$/)).parse(rules.map(({ name }) => name));
  expect(new Set(names).size).toBe(names.length);
});

describe.each(tables.map((table) => [table.rule.name, table] as const))(
  "%s",
  (_name, { rule, wrong, right }) => {
    test.each(wrong.map((row) => [row.title, row] as const))("finds %s", (_title, { manifest, finds }) => {
      const found = findingsOf(rule, manifest);
      expect(found.map(({ path }) => path)).toEqual(finds.map(({ path }) => path));
      for (const [i, { message, line }] of finds.entries()) {
        expect(`${found[i]?.message} ${found[i]?.fix}`).toMatch(message);
        if (line !== undefined) expect(found[i]?.line).toBe(line);
      }
    });

    test.each(right.map((row) => [row.title, row] as const))("accepts %s", (_title, { manifest }) => {
      expect(findingsOf(rule, manifest)).toEqual([]);
    });
  },
);

describe.skipIf(argoCli() === undefined)("what argo lint answers (needs ARGO_CLI)", () => {
  const rows = tables.flatMap(({ rule, wrong, right }) => [
    ...wrong.map((row) => ({
      ...row,
      rule,
      expected: row.argoLint?.accepts ?? rule.refusedBy !== "argo lint",
    })),
    ...right.map((row) => ({ ...row, rule, expected: row.argoLint?.accepts ?? true })),
  ]);
  let accepted: boolean[] = [];
  beforeAll(async () => {
    accepted = await acceptedByArgo(rows.map(({ manifest }) => manifest));
  }, 120_000);

  test.each(tables.map(({ rule }) => rule.name))("%s: it answers as the rule says", (name) => {
    const answers = rows.map(({ title, rule, expected }, i) => ({
      title,
      rule,
      expected,
      found: accepted[i],
    }));
    const ofRule = answers.filter(({ rule }) => rule.name === name);

    expect(ofRule.length).toBeGreaterThan(1);
    expect(ofRule.map(({ title, found }) => ({ title, accepted: found }))).toEqual(
      ofRule.map(({ title, expected }) => ({ title, accepted: expected })),
    );
  });
});

function findingsOf(rule: Rule, manifest: string) {
  return lintManifest(manifest, { rules: [rule] });
}
