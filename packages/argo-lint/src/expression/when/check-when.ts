import { tagsOf } from "../../model/tags.js";
import { ExpressionError } from "../expression-error.js";
import { evaluateWhen, type TagComparison } from "./evaluate.js";
import { whenTokens } from "./lexer.js";
import { checkOrder } from "./order.js";
import { parseWhen } from "./parser.js";
import { unknownCharacter, type WhenToken } from "./token.js";
import { valueText } from "./value.js";

/** What is known about a condition before its tags have values. */
export interface WhenCheck {
  /** Why govaluate refuses it, whatever the values of its tags. */
  readonly error?: { readonly message: string; readonly offset: number };
  /** Its comparisons between something with a tag and something without. */
  readonly comparisons: readonly TagComparison[];
  /** Its value, if known. */
  readonly result?: boolean;
}

/**
 * Checks a `when` of a task, step or metric, or of a cron workflow. Argo first replaces the tags in its text by their values,
 * and then evaluates it with govaluate.
 *
 * @param areWordsTexts whether a word without quotes is a string, as everywhere except in a cron workflow
 */
export function checkWhen(text: string, areWordsTexts: boolean): WhenCheck {
  const comparisons: TagComparison[] = [];
  // A backslash makes any character part of a word; that is rare, and would have to be reproduced exactly.
  if (text.includes("\\")) return { comparisons };
  try {
    const tokens = whenTokens(withoutTags(text));
    if (!checkOrder(tokens)) return { comparisons };
    checkWords(tokens, areWordsTexts);
    const tree = parseWhen(tokens);
    if (tree === undefined) return { comparisons };
    const value = evaluateWhen(tree, (comparison) => comparisons.push(comparison));
    if (value.kind !== "known") return { comparisons };
    if (typeof value.value === "boolean") return { comparisons, result: value.value };
    const message = `it is ${valueText(value.value)}, neither true nor false`;
    return { comparisons, error: { message, offset: 0 } };
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    return { comparisons, error: { message: error.message, offset: error.offset } };
  }
}

function withoutTags(text: string): string {
  let result = text;
  for (const { text: tag, offset } of tagsOf(text)) {
    const end = offset + tag.length;
    result = result.slice(0, offset) + unknownCharacter.repeat(tag.length) + result.slice(end);
  }
  return result;
}

function checkWords(tokens: readonly WhenToken[], areWordsTexts: boolean): void {
  for (const [i, { kind, value, start }] of tokens.entries()) {
    if (kind !== "word" || value.includes(unknownCharacter)) continue;
    if (!areWordsTexts) throw new ExpressionError(`"${value}" has no quotes around it`, start);
    if (tokens[i - 1]?.kind === "prefix") {
      throw new ExpressionError(
        `"${tokens[i - 1]?.value}" has no meaning before the string "${value}"`,
        start,
      );
    }
  }
}
