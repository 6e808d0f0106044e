import type { Path } from "../model/path.js";
import type { Reporter } from "../rule.js";
import { useOneOf } from "./suggestions.js";

/** Reports a strategy of artifactGC or volumeClaimGC that Argo does not know. */
export function reportUnknownStrategy(
  strategy: string | undefined,
  known: readonly string[],
  at: Path,
  report: Reporter,
): void {
  if (!strategy || known.includes(strategy)) return;
  report({
    at,
    message: `The strategy "${strategy}" of ${String(at.at(-2))} is not known.`,
    fix: useOneOf(strategy, known),
  });
}
