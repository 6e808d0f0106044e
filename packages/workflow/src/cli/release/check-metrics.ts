import type { Measured } from "../../history/measured.js";

/** The result of each threshold as text, in the order of the thresholds. */
export interface ReleaseVerdict {
  /** Metrics that are too low, or were not measured. */
  readonly wrong: readonly string[];
  readonly right: readonly string[];
}

/** Compares metrics with what a release must reach. A metric equal to its threshold reaches it. */
export function checkMetrics(
  metrics: ReadonlyMap<string, Measured>,
  minimumMetrics: Readonly<Record<string, number>>,
): ReleaseVerdict {
  const wrong: string[] = [];
  const right: string[] = [];
  for (const [name, minimum] of Object.entries(minimumMetrics)) {
    const value = metrics.get(name)?.value;
    if (value === undefined) {
      wrong.push(
        `${name} was not measured, expected at least ${minimum}; available: ${[...metrics.keys()].join(", ")}`,
      );
    } else if (!(value >= minimum))
      wrong.push(`${name} is ${value.toFixed(4)}, expected at least ${minimum}`);
    else right.push(`${name} ${value.toFixed(4)} is at least ${minimum}`);
  }
  return { wrong, right };
}

/** The error message of a failed verdict. */
export function notGoodEnough({ wrong }: ReleaseVerdict): string {
  return `The model is not good enough for a release: ${wrong.join("; ")} (src/release.ts).`;
}

/** A verdict in Markdown for a job's page, failures first. */
export function verdictMarkdown({ wrong, right }: ReleaseVerdict): string {
  const title = wrong.length > 0 ? "## Not good enough for a release" : "## Good enough for a release";
  const lines = [...wrong.map((line) => `- ❌ ${line}`), ...right.map((line) => `- ✅ ${line}`)];
  const kept = "Nothing is attached to the release. The thresholds are in `src/release.ts`.";
  return [title, lines.join("\n"), ...(wrong.length > 0 ? [kept] : [])].join("\n\n");
}
