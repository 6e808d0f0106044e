import { didYouMean } from "../../definition/nearest.js";
import type { Path } from "../path.js";
import type { Report } from "../rule.js";

/** Reports a strategy of artifactGC or volumeClaimGC that Argo does not know. */
export function checkStrategy(
  strategy: string | undefined,
  known: readonly string[],
  at: Path,
  report: Report,
): void {
  if (!strategy || known.includes(strategy)) return;
  report({
    at,
    message: `The strategy "${strategy}" of ${String(at.at(-2))} is not known.`,
    fix: `Use one of ${known.join(", ")}.${didYouMean(strategy, known)}`,
  });
}
