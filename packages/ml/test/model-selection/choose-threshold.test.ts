import fc from "fast-check";
import { expect, test } from "vitest";
import {
  chooseThreshold,
  InvalidParameterError,
  NotFiniteError,
  OneClassError,
  ShapeError,
  type ThresholdRule,
  thresholdRuleSchema,
} from "../../src/index.js";
import reference from "../fixtures/sklearn-thresholds.json" with { type: "json" };

/** Choices of scikit-learn 1.9.1, whose scores are negative costs, and −1 where the recall is too low. */
const cases = reference.tables.flatMap(({ score, y, choices }) =>
  choices.map((choice) => ({
    ...choice,
    rule: thresholdRuleSchema.parse(choice.rule),
    name: `${JSON.stringify(choice.rule)} of ${y.length} rows, ${choice.thresholds} thresholds`,
    y,
    score,
    best: choice.score,
  })),
);

test.each(cases)("$name: the threshold is that of scikit-learn", (given) => {
  const { rule, y, score, best } = given;
  const isSpaced = given.thresholds === "evenly spaced";
  const thresholds = isSpaced ? 100 : [...new Set(score)];
  const { threshold, value, curve } = chooseThreshold(y, score, rule, { thresholds });
  const asScore = (value: number) => (Number.isNaN(value) ? -1 : rule.by === "cost" ? 0 - value : value);
  expect(threshold).toBe(given.threshold);
  expect(asScore(value)).toBeCloseTo(best, 12);
  expect(score.filter((value) => value >= threshold).length).toBe(given.positives);
  const everyTenth = [...curve.values].filter((_, i) => i % 10 === 0).map(asScore);
  expect(everyTenth).toEqual(given.everyTenth.map((value) => expect.closeTo(value, 12)));
});

const rules = fc.oneof(
  fc.record({
    by: fc.constant("cost" as const),
    falsePositive: fc.integer({ min: 0, max: 9 }),
    falseNegative: fc.integer({ min: 0, max: 9 }),
  }),
  fc.record({ by: fc.constant("recall" as const), atLeast: fc.constantFrom(0.1, 0.5, 0.9, 1) }),
  fc.constant({ by: "f1" as const }),
  fc.constant({ by: "balancedAccuracy" as const }),
);
const rows = fc
  .array(fc.record({ isPositive: fc.boolean(), score: fc.constantFrom(0, 0.1, 0.25, 0.5, 0.75, 1) }), {
    minLength: 2,
    maxLength: 40,
  })
  .filter((rows) => new Set(rows.map(({ isPositive }) => isPositive)).size === 2);

test("no threshold at all is better than the chosen one, and no lower one is as good", () => {
  fc.assert(
    fc.property(rows, rules, (rows, rule) => {
      const y = rows.map(({ isPositive }) => Number(isPositive));
      const scores = rows.map(({ score }) => score);
      const { threshold, value } = chooseThreshold(y, scores, rule);
      expect(outcome(y, scores, rule, threshold)).toBeCloseTo(value, 12);
      const sign = rule.by === "cost" ? -1 : 1;
      for (const other of [-1, 0, 0.05, 0.1, 0.2, 0.25, 0.4, 0.5, 0.6, 0.75, 0.9, 1, 1.1]) {
        const found = outcome(y, scores, rule, other);
        if (Number.isNaN(found)) continue;
        expect(sign * found).toBeLessThanOrEqual(sign * value + 1e-12);
        const isSame = scores.every((score) => score >= other === score >= threshold);
        if (other < threshold && !isSame) expect(sign * found).toBeLessThan(sign * value);
      }
    }),
    { seed: 17, numRuns: 500 },
  );
});

/** The rule's metric, counted row by row. */
function outcome(y: number[], scores: number[], rule: ThresholdRule, threshold: number): number {
  const count = (label: number, isPredicted: boolean) =>
    y.filter((actual, row) => actual === label && (scores[row] ?? 0) >= threshold === isPredicted).length;
  const [tp, fp, fn, tn] = [count(1, true), count(0, true), count(1, false), count(0, false)];
  if (rule.by === "cost") return rule.falsePositive * fp + rule.falseNegative * fn;
  if (rule.by === "f1") return (2 * tp) / (2 * tp + fp + fn);
  if (rule.by === "balancedAccuracy") return (tp / (tp + fn) + tn / (tn + fp)) / 2;
  if (tp / (tp + fn) < rule.atLeast) return Number.NaN;
  return tp + fp === 0 ? 0 : tp / (tp + fp);
}

test("where all scores are equal there are two choices: all rows, or none", () => {
  const y = ["no", "yes", "no"];
  const scores = [0.3, 0.3, 0.3];
  const { threshold, value, curve } = chooseThreshold(y, scores, { by: "f1" });
  expect([threshold, value, curve.thresholds.length]).toEqual([0.3, 0.5, 2]);
  const rule = { by: "cost", falsePositive: 9, falseNegative: 1 } as const;
  const none = chooseThreshold(y, scores, rule);
  expect(none.threshold).toBeGreaterThan(0.3);
  expect(none.threshold).toBeCloseTo(0.3, 15);
  expect(none.value).toBe(1);
});

test("none positive is a choice even where a score is 0, 1 or negative", () => {
  const rule = { by: "cost", falsePositive: 1, falseNegative: 0 } as const;
  for (const highest of [0, 1, -2]) {
    const { threshold, value } = chooseThreshold([1, 0], [highest - 1, highest], rule);
    expect(threshold).toBeGreaterThan(highest);
    expect(value).toBe(0);
  }
});

test("the positive class can be named", () => {
  const rule = { by: "recall", atLeast: 1 } as const;
  expect(chooseThreshold(["a", "b", "a"], [0.2, 0.1, 0.8], rule, { posLabel: "a" }).threshold).toBe(0.2);
});

test("one class, a score that is NaN, and lengths that differ are errors", () => {
  expect(() => chooseThreshold([1, 1], [0.1, 0.2], { by: "f1" })).toThrow(OneClassError);
  expect(() => chooseThreshold([0, 1], [0.1, Number.NaN], { by: "f1" })).toThrow(NotFiniteError);
  expect(() => chooseThreshold([0, 1], [0.1], { by: "f1" })).toThrow(ShapeError);
  expect(() => chooseThreshold([], [], { by: "f1" })).toThrow(ShapeError);
});

test("a rule or thresholds out of range are errors that say what is wrong", () => {
  const choose = (rule: ThresholdRule, thresholds?: number | number[]) =>
    chooseThreshold([0, 1], [0.1, 0.2], rule, { thresholds });
  expect(() => choose({ by: "recall", atLeast: 2 })).toThrow(
    /^rule: found {"by":"recall","atLeast":2}, expected a rule.*atLeast/,
  );
  expect(() => choose({ by: "cost", falsePositive: -1, falseNegative: 1 })).toThrow(InvalidParameterError);
  expect(() => choose({ by: "f1" }, 0)).toThrow("thresholds: found 0");
  expect(() => choose({ by: "f1" }, [])).toThrow("thresholds: found none, expected at least one.");
  expect(() => choose({ by: "recall", atLeast: 1 }, [0.3])).toThrow(
    "thresholds: found none with the recall of the rule, expected a lower one among them.",
  );
});

test("a million rows have a threshold each", () => {
  const scores = Float64Array.from({ length: 1_000_000 }, (_, i) => ((i * 7919) % 1_000_003) / 1_000_003);
  const y = Uint8Array.from(scores, (score, i) => ((i * 31) % 100 < 100 * score ? 1 : 0));
  const { curve, threshold } = chooseThreshold(y, scores, { by: "balancedAccuracy" });
  expect(curve.thresholds.length).toBe(1_000_001);
  expect(threshold).toBeCloseTo(0.5, 1);
});
