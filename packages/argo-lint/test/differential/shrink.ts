import type { JsonValue } from "../../src/model/json.js";
import { argoVerdicts } from "./argo-verdicts.js";
import { type Disagreement, disagreementOn } from "./disagreement.js";
import { type Mutant, textOf } from "./mutants.js";
import { placesOf, withValue } from "./places.js";

/** The maximum number of removals, so that a failing test ends. */
const maxRoundsAllowed = 40;

/** A shorter text about which the two linters disagree in the same way. */
export async function shrunk({ text, manifests }: Mutant, disagreement: Disagreement): Promise<string> {
  if (manifests === undefined) return shrunkText(text, disagreement);
  let best = manifests;
  for (let round = 0; round < maxRoundsAllowed; round++) {
    const found = await firstThatHolds(smaller(best), textOf, disagreement);
    if (found === undefined) break;
    best = found;
  }
  return textOf(best);
}

async function shrunkText(text: string, disagreement: Disagreement): Promise<string> {
  let best = text;
  for (let round = 0; round < maxRoundsAllowed; round++) {
    const lines = best.split("\n");
    const sizes = [lines.length >> 1, lines.length >> 2, 4, 2, 1].filter((size) => size > 0);
    const candidates = sizes.flatMap((size) =>
      Array.from({ length: Math.ceil(lines.length / size) }, (_, i) =>
        lines.toSpliced(i * size, size).join("\n"),
      ),
    );
    const found = await firstThatHolds(candidates, (candidate) => candidate, disagreement);
    if (found === undefined) break;
    best = found;
  }
  return best;
}

/** The same with one thing less, from the biggest on. */
function smaller(manifests: readonly JsonValue[]): JsonValue[][] {
  const whole = manifests.length < 2 ? [] : manifests.map((_, i) => manifests.toSpliced(i, 1));
  const parts = manifests
    .flatMap((manifest, i) => placesOf(manifest).map((place) => ({ ...place, manifest, i })))
    .map((place) => ({ ...place, size: JSON.stringify(place.value).length }))
    .sort((a, b) => b.size - a.size)
    .slice(0, 400)
    .map(({ manifest, i, path }) =>
      manifests.toSpliced(
        i,
        1,
        withValue(manifest, path, () => undefined),
      ),
    );
  return [...whole, ...parts];
}

async function firstThatHolds<T>(
  candidates: readonly T[],
  text: (candidate: T) => string,
  { kind, fault }: Disagreement,
): Promise<T | undefined> {
  const atOnce = 50;
  for (let from = 0; from < candidates.length; from += atOnce) {
    const some = candidates.slice(from, from + atOnce);
    const texts = some.map(text);
    const verdicts = await argoVerdicts(texts);
    const found = some.find((_, i) => {
      const now = disagreementOn(texts[i] ?? "", verdicts[i]);
      return now?.kind === kind && now.fault === fault;
    });
    if (found !== undefined) return found;
  }
  return undefined;
}
