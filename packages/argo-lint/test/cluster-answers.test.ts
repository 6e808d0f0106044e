import { describe, expect, test } from "vitest";
import { readAnswers, refusedByCluster } from "./cluster-answers.js";
import { ruleTables } from "./rule-tables.js";

const { answers } = readAnswers();
const tables = (await ruleTables()).filter((table) => refusedByCluster(table).length > 0);

describe.each(tables.map((table) => [table.rule.name, table] as const))("%s", (name, table) => {
  const { refusedBy } = table.rule;

  test.each(refusedByCluster(table).map(({ title }) => title))(
    "a real cluster was seen refusing %s",
    (title) => {
      const answer = answers[name]?.[title];
      expect(answer, "npm run e2e with UPDATE_CLUSTER_ANSWERS=true records it").toBeDefined();
      // An answer that has to be got by hand may come from another party.
      if (refusedBy !== "argo lint" && !(answer !== undefined && "byHand" in answer)) {
        expect(answer?.by).toBe(refusedBy);
      }
    },
  );
});

test("no answer is kept whose manifest is gone", () => {
  const kept = Object.entries(answers).flatMap(([rule, titles]) =>
    Object.keys(titles).map((title) => `${rule}: ${title}`),
  );
  const asked = tables.flatMap((table) =>
    refusedByCluster(table).map(({ title }) => `${table.rule.name}: ${title}`),
  );
  expect(kept.filter((key) => !asked.includes(key))).toEqual([]);
});
