const currency = "[A-Z]{0,3}\\p{Sc}|USD|EUR|GBP|CHF|JPY|CNY|INR|SEK|NOK|DKK|PLN|kr|zł|Rs\\.?";
const amount = new RegExp(
  `^(?<sign>[+-]?)(?<before>%|${currency})?\\s*(?<number>[+-]?[\\d.,]*\\d)\\s*(?<behind>%|${currency}|[A-Za-zµ°]{1,8}[²³23]?)?$`,
  "u",
);

/** Units of one letter that may follow digits without a space; any other letter is part of a code, such as 12B. */
const letters = /^[ghklmsKMW]$/;
const timeOfDay = /^[ap]m$/i;

/** Suffixes of amounts, with the power of ten that each means. */
const scales: Readonly<Record<string, number>> = { "": 0, k: 3, K: 3, M: 6, mn: 6, B: 9, bn: 9 };

/** Numbers without units. */
export interface Bare {
  readonly cells: readonly string[];
  /** The first row whose K, M or B was applied as a factor, if any. */
  readonly scaled: number | undefined;
}

/**
 * Removes the unit before or after each number, such as "%", "$" or "kg". Undefined if the units differ, if there are none,
 * or if the cells are codes or times of day, such as 12B or 9am. If some are thousands and others millions, such as $100K and
 * $1M, they are multiplied.
 * @param cells "" for a missing one
 */
export function withoutUnit(cells: readonly string[]): Bare | undefined {
  const parts = cells.map((cell) => (cell === "" ? undefined : partsOf(cell)));
  const present = parts.filter((part) => part !== undefined);
  const [first] = present;
  if (first === undefined || present.includes("none")) return undefined;
  const found = present.filter((part) => part !== "none");
  const numbers = (text: (part: Parts) => string): string[] =>
    parts.map((part) => (part === undefined || part === "none" ? "" : text(part)));
  const unitOf = ({ before, behind }: Parts): string => `${before} ${behind}`;
  const units = new Set(found.map(unitOf));
  if (units.size === 1) {
    return units.has(" ") ? undefined : { cells: numbers(({ number }) => number), scaled: undefined };
  }
  const isScaled = found.every(({ behind }) => behind in scales);
  if (!isScaled || new Set(found.map(({ before }) => before)).size > 1) return undefined;
  const scaled = parts.findIndex((part) => part !== undefined && part !== "none" && part.behind !== "");
  return {
    cells: numbers(({ number, behind }) => (behind === "" ? number : `${number}e${scales[behind]}`)),
    scaled,
  };
}

interface Parts {
  readonly before: string;
  readonly number: string;
  readonly behind: string;
}

/** A cell's number, with the texts before and after it. */
function partsOf(cell: string): Parts | "none" {
  const groups = amount.exec(cell.trim())?.groups;
  if (groups === undefined) return "none";
  const { sign = "", before = "", number = "", behind = "" } = groups;
  const isCode = before === "" && /\d[A-Za-z]$/.test(cell.trim()) && !letters.test(behind);
  return isCode || timeOfDay.test(behind) ? "none" : { before, number: `${sign}${number}`, behind };
}
