const currency = "[$€£¥]|USD|EUR|GBP|CHF|JPY";
const amount = new RegExp(
  `^(?<sign>[+-]?)(?<before>${currency})?\\s*(?<number>[+-]?[\\d.,]*\\d)\\s*(?<behind>%|${currency}|[A-Za-zµ°]{1,8}[²³23]?)?$`,
  "u",
);

/** Units of one letter that stand behind digits without a blank; any other letter there is part of a code, such as 12B. */
const letters = /^[ghklmsKMW]$/;
const timeOfDay = /^[ap]m$/i;

/**
 * The cells without what stands before or behind each of their numbers, such as "%", "$" or "kg". Undefined where it is
 * not the same in all of them, there is none, or it makes codes or times of day of them, such as 12B or 9am.
 * @param cells "" for a missing one
 */
export function withoutUnit(cells: readonly string[]): string[] | undefined {
  let unit: string | undefined;
  const bare: string[] = [];
  for (const cell of cells) {
    if (cell === "") {
      bare.push("");
      continue;
    }
    const { sign = "", before = "", number = "", behind = "" } = amount.exec(cell.trim())?.groups ?? {};
    const isCode = /\d[A-Za-z]$/.test(cell.trim()) && !letters.test(behind);
    if (isCode || timeOfDay.test(behind)) return undefined;
    const found = `${before} ${behind}`;
    if (found.trim() === "" || (unit !== undefined && found !== unit)) return undefined;
    unit = found;
    bare.push(`${sign}${number}`);
  }
  return unit === undefined ? undefined : bare;
}
