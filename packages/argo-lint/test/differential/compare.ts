import { argoVerdicts } from "./argo-verdicts.js";
import type { Base } from "./bases.js";
import { type Disagreement, disagreementOn } from "./disagreement.js";
import { type Mutant, mutantsOf } from "./mutants.js";
import type { Random } from "./random.js";
import { shrunk } from "./shrink.js";

/** What the two linters disagree about: one fault, and the mutants that show it. */
export interface Fault {
  readonly disagreement: Disagreement;
  readonly mutants: readonly Mutant[];
}

export interface Comparison {
  readonly mutants: number;
  /** How many of them the real linter refuses. */
  readonly refused: number;
  readonly faults: readonly Fault[];
}

/** The manifests that the real linter accepts. */
export async function accepted(all: readonly Base[]): Promise<Base[]> {
  const verdicts = await argoVerdicts(all.map(({ text }) => text));
  return all.filter((_, i) => verdicts[i] === undefined);
}

/** Has mutants judged by both linters. */
export async function compare(bases: readonly Base[], count: number, random: Random): Promise<Comparison> {
  const mutants = mutantsOf(bases, count, random);
  const verdicts = await argoVerdicts(mutants.map(({ text }) => text));
  const faults = new Map<string, { disagreement: Disagreement; mutants: Mutant[] }>();
  for (const [i, mutant] of mutants.entries()) {
    const disagreement = disagreementOn(mutant.text, verdicts[i]);
    if (disagreement === undefined) continue;
    const key = `${disagreement.kind} ${disagreement.fault}`;
    const fault = faults.get(key) ?? { disagreement, mutants: [] };
    fault.mutants.push(mutant);
    faults.set(key, fault);
  }
  return {
    mutants: mutants.length,
    refused: verdicts.filter((verdict) => verdict !== undefined).length,
    faults: [...faults.values()].sort((a, b) => b.mutants.length - a.mutants.length),
  };
}

const headings = {
  missed: "argo lint refuses, we do not",
  invented: "we refuse, argo lint does not",
  crashed: "our linter crashes",
} as const;

/**
 * A fault for people: what is said, what was done to which manifest, and a manifest that shows it.
 * @param short whether the manifest is to be made as short as it gets
 */
export async function faultText({ disagreement, mutants }: Fault, short = true): Promise<string> {
  const shortest = mutants.toSorted((a, b) => a.text.length - b.text.length)[0];
  if (shortest === undefined) return "";
  const { kind, said } = disagreement;
  const heading = `${headings[kind]}: ${said}`;
  const example = short ? await shrunk(shortest, disagreement) : shortest.text;
  return `${heading}\n  ${mutants.length} ×, such as ${shortest.base}: ${shortest.what}\n${example.replaceAll(/^/gm, "    ")}`;
}
