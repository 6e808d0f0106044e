import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { argoCli } from "../../workflow/test/argo/argo-lint.js";
import { lintManifest, type Rule, rules } from "../src/index.js";
import { acceptedByArgo } from "./accepted-by-argo.js";
import type { RuleTable } from "./table.js";

const folder = join(import.meta.dirname, "rules");
const tables = await Promise.all(
  readdirSync(folder)
    .filter((file) => file.endsWith(".ts"))
    .map(async (file): Promise<RuleTable> => {
      const module: { table: RuleTable } = await import(join(folder, file));
      return module.table;
    }),
);

test("every rule has a table, and every table a rule", () => {
  expect(tables.map(({ rule }) => rule.name).sort()).toEqual(rules.map(({ name }) => name).sort());
});

test("rule names are unique", () => {
  const names = z.array(z.string().regex(/^[a-z]+(-[a-z]+)*$/)).parse(rules.map(({ name }) => name));
  expect(new Set(names).size).toBe(names.length);
});

describe.each(tables.map((table) => [table.rule.name, table] as const))(
  "%s",
  (name, { rule, wrong, right }) => {
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

    test.skipIf(argoCli() === undefined)(
      `${name}: argo lint answers as the rule says (needs ARGO_CLI)`,
      { timeout: 60_000 },
      () => {
        for (const { title, manifest, argoLint } of wrong) {
          const expected = argoLint?.accepts ?? rule.refusedBy !== "argo lint";
          expect({ title, accepted: acceptedByArgo(manifest) }).toEqual({ title, accepted: expected });
        }
        for (const { title, manifest, argoLint } of right) {
          const expected = argoLint?.accepts ?? true;
          expect({ title, accepted: acceptedByArgo(manifest) }).toEqual({ title, accepted: expected });
        }
      },
    );
  },
);

function findingsOf(rule: Rule, manifest: string) {
  return lintManifest(manifest, { rules: [rule] });
}
