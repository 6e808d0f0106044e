import { dirname, join } from "node:path/posix";

/** The files and scripts that pages can mention: those of the template, and those of the project. */
export interface Kept {
  /** Whether the template has a file or folder. */
  wasThere(path: string): boolean;
  /** Whether the project has it. */
  isThere(path: string): boolean;
  /** Whether the project's package.json has a script. */
  isScript(name: string): boolean;
}

/**
 * Removes the sentences, table rows and commands of a page that mention removed files or scripts. List items and sections
 * that become empty are removed, too; everything else stays unchanged.
 * @param path the page's path
 */
export function withoutGone(page: string, path: string, kept: Kept): string {
  const parts = page.split(/^(```[\s\S]*?^```\n)/m).map((part, i) => ({ part, isFence: i % 2 === 1 }));
  const changed = parts.map(({ part, isFence }) =>
    isFence ? fenceWithoutGone(part, kept) : proseWithoutGone(part, path, kept),
  );
  const text = changed
    .map((part, i) => (changed[i + 1] === "" ? withoutAnnouncement(part) : part))
    .join("")
    .replaceAll(/\n{3,}/g, "\n\n");
  return text === page ? page : withoutEmptySections(text);
}

function fenceWithoutGone(fence: string, kept: Kept): string {
  const lines = fence.split("\n");
  const stay = lines.filter((line) => !namesGoneScript(line, kept));
  return stay.length <= 3 && stay.length < lines.length ? "" : stay.join("\n");
}

/** Removes a last sentence that ends with a colon. */
function withoutAnnouncement(prose: string): string {
  return prose.replace(
    /(^|[.!?]\s+|\n)[^.!?\n]*(?:\n[^.!?\n]+)*:\n+$/,
    (_, before: string) => `${before.trimEnd()}\n\n`,
  );
}

/** A paragraph, list item, table row or heading, with its line ends. */
const units =
  /^(?:\|.*|#+ .*|[ \t]*(?:[-*]|\d+\.) .*(?:\n(?![ \t]*(?:[-*]|\d+\.) )[ \t]+\S.*)*|\S.*(?:\n(?![|#\n]|[-*] |\d+\. ).+)*)\n?/gm;

function proseWithoutGone(prose: string, path: string, kept: Kept): string {
  return prose.replaceAll(units, (unit: string) => {
    if (!isAboutGone(unit, path, kept)) return unit;
    if (/^[|#]/.test(unit)) return "";
    const [, marker = ""] = /^([ \t]*(?:[-*]|\d+\.) )/.exec(unit) ?? [];
    const sentences = unit
      .slice(marker.length)
      .replaceAll(/\s*\n\s*/g, " ")
      .trim()
      .split(betweenSentences);
    const stay = sentences.filter((sentence) => !isAboutGone(sentence, path, kept));
    return stay.length === 0 ? "" : `${wrapped(marker, stay.join(" "))}\n`;
  });
}

const betweenSentences = /(?<=[.!?][)*]*) (?=[\p{Lu}`*"“([])/u;

function isAboutGone(text: string, path: string, kept: Kept): boolean {
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => target.split("#")[0] ?? "");
  const paths = [...text.matchAll(/`([\w.-]+\/[\w./-]*)`/g)].map(([, named = ""]) => named);
  return (
    links.some((file) => file !== "" && !/^[a-z]+:/.test(file) && !kept.isThere(join(dirname(path), file))) ||
    paths.some((named) => kept.wasThere(named) && !kept.isThere(named)) ||
    namesGoneScript(text, kept)
  );
}

function namesGoneScript(text: string, { isScript }: Kept): boolean {
  return [...text.matchAll(/npm run (?:--silent )?([\w:-]+)/g)].some(([, name = ""]) => !isScript(name));
}

const maxWidth = 120;

/** Wraps a text; all lines but the first are indented by the width of the marker. */
function wrapped(marker: string, text: string): string {
  const indent = " ".repeat(marker.length);
  const lines = [marker];
  for (const word of text.split(" ")) {
    const line = lines.at(-1) ?? "";
    const isFirst = line === marker || line === indent;
    if (!isFirst && line.length + 1 + word.length > maxWidth) lines.push(`${indent}${word}`);
    else lines[lines.length - 1] = isFirst ? `${line}${word}` : `${line} ${word}`;
  }
  return lines.join("\n");
}

/** Removes headings without text: those followed by the end, or by a heading of the same or a higher level. */
function withoutEmptySections(page: string): string {
  const sections = page.split(/^(?=#+ )/m);
  const level = (section: string | undefined): number => /^#+/.exec(section ?? "")?.[0].length ?? 0;
  const stay = sections.filter((section, i) => {
    const isEmpty = /^#+ .*\s*$/.test(section.trimEnd()) && !section.trimEnd().includes("\n");
    return !isEmpty || level(section) < level(sections[i + 1]);
  });
  return `${stay.join("").trimEnd()}\n`;
}
