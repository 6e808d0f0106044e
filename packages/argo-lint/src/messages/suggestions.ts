import { didYouMean } from "../text/did-you-mean.js";

/** How many names a message lists at most. */
const maxNames = 8;

/** `Use one of Set, Add, Sub.`, and which of them may be meant. */
export function useOneOf(word: string, known: readonly string[]): string {
  return `Use one of ${known.join(", ")}.${didYouMean(word, known)}`;
}

/**
 * `Did you mean "x"?` where one of the names is close to a word; otherwise an instruction and the available names.
 *
 * @param instruction a sentence: `Name an existing template.`
 */
export function suggest(word: string, names: Iterable<string>, instruction: string): string {
  const known = [...new Set(names)].sort();
  const guess = didYouMean(word, known).trimStart();
  if (known.length === 0 || guess !== "") return guess || instruction;
  const more = known.length > maxNames ? ` and ${known.length - maxNames} more` : "";
  return `${instruction} Available: ${known.slice(0, maxNames).join(", ")}${more}.`;
}
