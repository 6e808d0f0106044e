import { didYouMean } from "../../definition/nearest.js";

/** What is wrong with a variable, and how to mend it. */
export interface Description {
  readonly message: string;
  readonly fix: string;
}

/** ` Did you mean "x"?`, or what to do and the names that there are where none is near. */
export function useOneOf(word: string, names: Iterable<string>, otherwise: string): string {
  const known = [...new Set(names)].sort();
  const guess = didYouMean(word, known).trimStart();
  if (known.length === 0 || guess !== "") return guess || otherwise;
  const listed = known.slice(0, 8).map((name) => `"${name}"`);
  const more = known.length > listed.length ? ` and ${known.length - listed.length} more` : "";
  return `${otherwise} There is ${listed.join(", ")}${more}.`;
}

/** `template "train"`, or `the inline template` of a task or step. */
export function templateText(name: string): string {
  return name === "" ? "the inline template" : `template "${name}"`;
}
