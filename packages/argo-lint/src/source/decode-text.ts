import type { SourceProblem } from "./document-node.js";

export interface DecodedText {
  readonly text: string;
  readonly problem?: SourceProblem;
}

/** The text of a file: UTF-8, or UTF-16 with a byte order mark, as YAML has it. Line endings become "\n". */
export function decodeBytes(content: string | Uint8Array): DecodedText {
  if (typeof content === "string") return checked(content);
  try {
    return checked(new TextDecoder(encodingOf(content), { fatal: true }).decode(content));
  } catch {
    return { text: "", problem: problem("it is not UTF-8") };
  }
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}

/** Characters that YAML does not allow: YAML 1.1, production c-printable. Lone surrogates are not allowed either. */
const unprintable = /[^\t\n\r\x20-\x7e\x85\xa0-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u;

function checked(text: string): DecodedText {
  const clean = text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  const found = unprintable.exec(clean);
  if (found === null) return { text: clean };
  const code = (found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return { text: clean, problem: problem(`it contains the control character U+${code}`, found.index) };
}

function problem(message: string, start = 0): SourceProblem {
  return { kind: "syntax", message, start, end: start };
}
