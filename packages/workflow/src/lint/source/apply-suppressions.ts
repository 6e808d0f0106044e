import type { Finding } from "../finding.js";
import type { Lines, TextRange } from "./positions.js";
import { type Suppression, suppressionsOf } from "./suppressions.js";

/** The rule that reports a comment that silences nothing. It cannot be silenced itself. */
export const uselessSuppression = "useless-ignore";

export interface SuppressedText {
  readonly file: string;
  readonly text: string;
  readonly lines: Lines;
  /** Of each document. */
  readonly ranges: readonly TextRange[];
  /** Rules that were not checked: whether a comment silences one of them is unknown. */
  readonly left: ReadonlySet<string>;
}

/** Removes findings that a comment silences, and adds one for each comment that silences nothing. */
export function applySuppressions(
  findings: readonly Finding[],
  { file, text, lines, ranges, left }: SuppressedText,
): Finding[] {
  const silences = suppressionsOf(text);
  if (silences.length === 0) return [...findings];
  const index = new SilenceIndex(silences, lines, ranges);
  const used = new Set<string>();
  const silenced = (finding: Finding): boolean => {
    const meant = index.of(finding);
    for (const { start } of meant) used.add(`${start} ${finding.rule}`);
    return meant.length > 0;
  };
  const heard = findings.filter((finding) => !silenced(finding));
  const useless = silences.flatMap(({ rules, start, end }) =>
    rules
      .filter((rule) => !used.has(`${start} ${rule}`) && !left.has(rule))
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
  return [...heard, ...useless];
}

/** The comments by rule and line, or document. There may be as many of them as of findings. */
class SilenceIndex {
  readonly #silences = new Map<string, Suppression[]>();
  /** Of each document. */
  readonly #ends: readonly number[];

  constructor(silences: readonly Suppression[], lines: Lines, ranges: readonly TextRange[]) {
    this.#ends = ranges.map((range) => lines.position(range).endLine);
    const ends = ranges.map(({ end }) => end);
    for (const silence of silences) {
      const place = silence.line ?? `document ${firstFrom(ends, silence.start)}`;
      for (const rule of new Set(silence.rules)) {
        const key = `${rule} ${place}`;
        const others = this.#silences.get(key);
        if (others === undefined) this.#silences.set(key, [silence]);
        else others.push(silence);
      }
    }
  }

  /** Those that silence a finding. A comment before a document's content belongs to that document. */
  of({ rule, line }: Finding): readonly Suppression[] {
    const ofLine = this.#silences.get(`${rule} ${line}`) ?? [];
    const ofDocument = this.#silences.get(`${rule} document ${firstFrom(this.#ends, line)}`) ?? [];
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
