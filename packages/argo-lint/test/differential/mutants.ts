import { stringify } from "yaml";
import type { JsonValue } from "../../src/model/json.js";
import type { Base } from "./bases.js";
import { mutations } from "./mutations.js";
import { placesOf } from "./places.js";
import type { Random } from "./random.js";
import { mutatedText } from "./text-mutations.js";

/** A good manifest with one thing changed. */
export interface Mutant {
  readonly base: string;
  readonly mutation: string;
  readonly what: string;
  readonly text: string;
  /** Undefined where the text was changed, not a value. */
  readonly manifests: readonly JsonValue[] | undefined;
}

/** So many mutants of these manifests, all of them different from what they were made of. */
export function mutantsOf(bases: readonly Base[], count: number, random: Random): Mutant[] {
  const mutants: Mutant[] = [];
  const kinds = ["text", ...Object.keys(mutations)];
  while (mutants.length < count) {
    const base = random.of(bases);
    const kind = random.of(kinds);
    if (base === undefined || kind === undefined) return mutants;
    const mutant = kind === "text" ? textMutant(base, random) : valueMutant(base, kind, random);
    if (mutant !== undefined) mutants.push(mutant);
  }
  return mutants;
}

function textMutant(base: Base, random: Random): Mutant | undefined {
  const changed = mutatedText(base.text, random);
  if (changed === undefined) return undefined;
  return { base: base.name, mutation: "text", ...changed, manifests: undefined };
}

function valueMutant({ name, manifests }: Base, mutation: string, random: Random): Mutant | undefined {
  const at = random.below(manifests.length);
  const manifest = manifests[at] ?? null;
  const mutated = mutations[mutation]?.(manifest, placesOf(manifest), random);
  if (mutated === undefined || JSON.stringify(mutated.value) === JSON.stringify(manifest)) return undefined;
  const changed = manifests.toSpliced(at, 1, mutated.value);
  return { base: name, mutation, what: mutated.what, text: textOf(changed), manifests: changed };
}

/** Manifests as one text. */
export function textOf(manifests: readonly JsonValue[]): string {
  return manifests
    .map((manifest) => stringify(manifest, { version: "1.1", aliasDuplicateObjects: false, lineWidth: 0 }))
    .join("---\n");
}
