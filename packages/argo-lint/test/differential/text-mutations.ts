import type { Random } from "./random.js";

/** A text with one of its lines changed, and what was done. */
export function mutatedText(
  text: string,
  random: Random,
): { readonly what: string; readonly text: string } | undefined {
  const lines = text.split("\n");
  const at = random.below(lines.length);
  const line = lines[at] ?? "";
  const column = random.below(line.length + 1);
  const ways: readonly (readonly [string, readonly string[]])[] = [
    ["dropped", []],
    ["twice", [line, line]],
    ["further right", [`  ${line}`]],
    ["further left", [line.replace(/^ {1,2}/, "")]],
    ["with a tab", [line.replace(/^ {1,2}/, "\t")]],
    ["without quotes", [line.replaceAll(/["']/g, "")]],
    ["without a colon", [line.replace(":", "")]],
    ["without its blank", [line.replace(": ", ":")]],
    ["without a character", [line.slice(0, column) + line.slice(column + 1)]],
    ...["- ", "#", "&a ", "*a ", "!", "{", "[", "|", "'", '"', ": ", "%", "@"].map(
      (sign) => [`with ${sign}`, [line.slice(0, column) + sign + line.slice(column)]] as const,
    ),
  ];
  const way = random.of(ways);
  if (way === undefined) return undefined;
  const changed = lines.toSpliced(at, 1, ...way[1]).join("\n");
  return changed === text ? undefined : { what: `line ${at + 1} ${way[0]}: ${line.trim()}`, text: changed };
}
