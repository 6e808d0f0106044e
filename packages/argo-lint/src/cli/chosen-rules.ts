import { type Rule, rules } from "../index.js";
import { didYouMean } from "../text/did-you-mean.js";
import { InputError } from "./input-error.js";

/**
 * The rules of these names, or `usual` without any.
 * @throws {InputError} for a rule that does not exist
 */
export function chosenRules(names: readonly string[], usual: readonly Rule[] = rules): readonly Rule[] {
  const known = rules.map(({ name }) => name);
  for (const name of names) {
    if (known.includes(name)) continue;
    const hint = didYouMean(name, known) || ` Available: ${known.join(", ")}.`;
    throw new InputError(`There is no rule "${name}".${hint}`, true);
  }
  return names.length === 0 ? usual : rules.filter(({ name }) => names.includes(name));
}
