import type { ThresholdRule } from "@tiphys/ml";
import { parameter } from "@tiphys/workflow";
import * as z from "zod";

const decimal = String.raw`(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?`;
const fixedText = new RegExp(`^${decimal}$`);
const recallText = new RegExp(`^recall>=(?<share>${decimal})$`);
const costText = new RegExp(`^cost\\(fn=(?<fn>${decimal}),fp=(?<fp>${decimal})\\)$`);
const expected = "a number above 0 and below 1, max-f1, recall>=SHARE, or cost(fn=NUMBER,fp=NUMBER)";

/** From which probability on a row is predicted as positive: a number, or a rule that chooses it. */
export const thresholdParameter = parameter(
  z
    .string()
    .refine((text) => thresholdOf(text) !== undefined)
    .describe(expected),
  "0.5",
);

/**
 * The threshold or the rule that a text says, such as "0.3", "max-f1", "recall>=0.8" or "cost(fn=5,fp=1)".
 * @throws {RangeError} if it says none
 */
export function readThreshold(text: string): number | ThresholdRule {
  const found = thresholdOf(text);
  if (found !== undefined) return found;
  throw new RangeError(`threshold: found ${JSON.stringify(text)}, expected ${expected}.`);
}

function thresholdOf(text: string): number | ThresholdRule | undefined {
  if (text === "max-f1") return { by: "f1" };
  if (fixedText.test(text)) return Number(text) > 0 && Number(text) < 1 ? Number(text) : undefined;
  const atLeast = Number(recallText.exec(text)?.groups?.share);
  if (atLeast > 0 && atLeast <= 1) return { by: "recall", atLeast };
  const { fn, fp } = costText.exec(text)?.groups ?? {};
  const [falseNegative, falsePositive] = [Number(fn), Number(fp)];
  const isCost = (cost: number) => cost > 0 && Number.isFinite(cost);
  return isCost(falseNegative) && isCost(falsePositive)
    ? { by: "cost", falsePositive, falseNegative }
    : undefined;
}

/** 1 for each row whose probability is at least the threshold, else 0. */
export function classesAt(threshold: number, scores: Float64Array): Float64Array {
  return scores.map((score) => (score >= threshold ? 1 : 0));
}
