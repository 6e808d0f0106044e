import type { Finding } from "./finding.js";
import type { Lines, TextRange } from "./source/positions.js";
import { type Suppression, suppressionsOf } from "./source/suppressions.js";

/** The rule that reports a comment that silences nothing. It cannot be silenced itself. */
export const uselessSuppression = "useless-ignore";

export interface SuppressedText {
  readonly file: string;
  readonly text: string;
  readonly lines: Lines;
  /** Of each document. */
  readonly ranges: readonly TextRange[];
  /** Rules that were not checked: whether a comment silences one of them is unknown. */
  readonly unchecked: ReadonlySet<string>;
}

/** Removes findings that a comment silences, and adds one for each comment that silences nothing. */
export function applySuppressions(
  findings: readonly Finding[],
  { file, text, lines, ranges, unchecked }: SuppressedText,
): Finding[] {
  const suppressions = suppressionsOf(text);
  if (suppressions.length === 0) return [...findings];
  const index = new SuppressionIndex(suppressions, lines, ranges);
  const used = new Set<string>();
  const isSuppressed = (finding: Finding): boolean => {
    const matching = index.of(finding);
    for (const { start } of matching) used.add(`${start} ${finding.rule}`);
    return matching.length > 0;
  };
  const remaining = findings.filter((finding) => !isSuppressed(finding));
  const useless = suppressions.flatMap(({ rules, start, end }) =>
    rules
      .filter((rule) => !used.has(`${start} ${rule}`) && !unchecked.has(rule))
      .map(
        (rule): Finding => ({
          rule: uselessSuppression,
          severity: "warning",
          message: `This comment silences ${rule}, which reports nothing here.`,
          fix: `Remove ${rule} from the comment, or name the intended rule.`,
          file,
          ...lines.position({ start, end }),
          path: "",
          manifest: "",
        }),
      ),
  );
  return [...remaining, ...useless];
}

/** The comments by rule and line, or document. There may be as many of them as of findings. */
class SuppressionIndex {
  readonly #suppressions = new Map<string, Suppression[]>();
  /** Of each document. */
  readonly #ends: readonly number[];

  constructor(suppressions: readonly Suppression[], lines: Lines, ranges: readonly TextRange[]) {
    this.#ends = ranges.map((range) => lines.position(range).endLine);
    const ends = ranges.map(({ end }) => end);
    for (const suppression of suppressions) {
      const place = suppression.line ?? `document ${firstFrom(ends, suppression.start)}`;
      for (const rule of new Set(suppression.rules)) {
        const key = `${rule} ${place}`;
        const others = this.#suppressions.get(key);
        if (others === undefined) this.#suppressions.set(key, [suppression]);
        else others.push(suppression);
      }
    }
  }

  /** Those that silence a finding. A comment before a document's content belongs to that document. */
  of({ rule, line }: Finding): readonly Suppression[] {
    const ofLine = this.#suppressions.get(`${rule} ${line}`) ?? [];
    const ofDocument = this.#suppressions.get(`${rule} document ${firstFrom(this.#ends, line)}`) ?? [];
    return [...ofLine, ...ofDocument];
  }
}

/** The index of the first of these ascending numbers that is not below a value; their count if there is none. */
function firstFrom(ascending: readonly number[], value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
