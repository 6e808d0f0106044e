import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDocument } from "../../../argo-lint/src/source/source-document.js";
import { splitDocuments } from "../../../argo-lint/src/source/split.js";
import { toYaml } from "../../src/argo/index.js";
import { argoYamlReader, readByArgo } from "./argo-yaml-reader.js";

/** A text everywhere that a manifest may have one: as a value, an item and a key, also nested. */
function manifestOf(text: string): object {
  return {
    [text]: text,
    labels: { app: text, [text]: [text, { name: text, value: text }] },
    args: [text, [text]],
    last: text,
  };
}

function readByUs(yaml: string): unknown {
  const [document, ...more] = splitDocuments(yaml).map(readDocument);
  expect(more).toEqual([]);
  expect(document?.problems).toEqual([]);
  return document?.value;
}

const texts = [
  // Numbers, booleans and null for Argo's YAML library, but not all of them in YAML 1.1.
  ...[
    "0o644",
    "0o17",
    "0O17",
    "0X1F",
    "0x_1",
    "1e5_",
    "1e5",
    ".1_0",
    "0b-1",
    "0b+1",
    "+.5",
    "08",
    "1_000",
    "-017",
  ],
  ...[
    "0x8000000000000000",
    `0x${"0".repeat(100)}1`,
    "y",
    "On",
    "~",
    "",
    ".Inf",
    "-.inf",
    ".nan",
    "1:30",
    "2026-01-01",
  ],
  // Texts that would merge a map, end a line, a document or a comment, or begin a construct.
  ...[
    "<<",
    "a\u2028b: c",
    "a\u2029b",
    "a\u0085b: c",
    "\r",
    "a\rb: c",
    "a\r\nb",
    "---",
    "a\n---\nb: c",
    "...",
    "%YAML",
  ],
  ...[
    "\ufeff",
    "\ufeffa",
    "a\ufeff",
    "\ufffe",
    "\uffff",
    "\u0000",
    "\u0007",
    "\u007f",
    "\u009f",
    "\u{1fffe}",
    "😀",
  ],
  ...[
    "\ta\n\tb",
    "\n\ta",
    " \n\ta\nb",
    "a\n\tb",
    " a\nb",
    "\n a\nb",
    " ",
    "\n",
    "\n\n",
    " \n",
    "\t\n",
    "a\n ",
    "a\n\n",
  ],
  ...[
    "- a",
    "? a",
    ": a",
    "a: b",
    "a #b",
    "'",
    '"',
    "\\",
    "#a",
    "&a",
    "*a",
    "!a",
    "|",
    ">",
    "@",
    "`",
    "{a}",
    "[a]",
    ",",
  ],
  ...["k".repeat(1023), "k".repeat(1024), "k".repeat(1025), "1".repeat(1100), "'\u2028".repeat(200)],
];

test.each(texts)("our reader reads the text %j unchanged, as key and value", (text) => {
  expect(readByUs(toYaml([manifestOf(text)]))).toEqual(manifestOf(text));
});

const parts = [
  "a",
  "0",
  "x1F",
  "o7",
  "e5",
  "_",
  ".",
  "-",
  "+",
  ":",
  "#",
  "- ",
  "? ",
  ": ",
  " #",
  "---",
  "...",
  "<<",
];
const marks = [
  "'",
  '"',
  "\\",
  "|",
  ">",
  "!",
  "&",
  "*",
  "{",
  "}",
  "[",
  "]",
  ",",
  "%",
  "@",
  "`",
  "=",
  "~",
  "y",
  "null",
];
const blanks = [
  " ",
  "\t",
  "\n",
  "\n\t",
  "\n ",
  "\n\n",
  "\r",
  "\u0085",
  "\u2028",
  "\u2029",
  "\ufeff",
  "\u00a0",
  "\u3000",
];
const odd = ["\u0000", "\u001f", "\u007f", "\u009f", "\ufffe", "\uffff", "\u{10ffff}", "😀", "é"];

const anyText = fc.oneof(
  fc
    .array(fc.constantFrom(...parts, ...marks, ...blanks, ...odd), { maxLength: 12 })
    .map((all) => all.join("")),
  fc.array(fc.constantFrom(" ", "\t", "\n", "a", ":"), { maxLength: 7 }).map((all) => all.join("")),
  fc.array(fc.constantFrom(..."0123456789abefnoxXy_.+-:~"), { maxLength: 6 }).map((all) => all.join("")),
  fc.string({ unit: "binary" }),
);

test("our reader reads any text unchanged, as key and value", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(readByUs(toYaml([manifestOf(text)]))).toEqual(manifestOf(text));
    }),
  );
});

describe.skipIf(argoYamlReader() === undefined)("from Argo's reader (needs ARGO_YAML_READER)", () => {
  test("the texts above are read unchanged, as keys and values", () => {
    const manifests = texts.map(manifestOf);

    expect(readByArgo(manifests.map((manifest) => toYaml([manifest])))).toEqual(manifests);
  });

  test("2,000 texts are read unchanged, as keys and values", () => {
    const sample = fc.sample(anyText, 2_000);
    const manifests = sample.map(manifestOf);

    expect(readByArgo(manifests.map((manifest) => toYaml([manifest])))).toEqual(manifests);
  });

  test("our reader reads plain scalars as Argo's does", () => {
    const letters = [..."0179abefoxX_.+-"];
    const words = letters.flatMap((a) =>
      letters.flatMap((b) => letters.flatMap((c) => [a + b, a + b + c, `0b${a}${b}${c}`, `.${a}${b}${c}`])),
    );
    const written = words.filter((word) => !/^[-.]*(inf|nan)$/i.test(word)).map((word) => `a: ${word}\n`);

    const readByThem = readByArgo([written.map((line, i) => line.replace("a", `k${i}`)).join("")]);
    const ours = Object.fromEntries(
      written.map((line, i) => [
        `k${i}`,
        (readDocument({ text: line, offset: 0 }).value as { a: unknown }).a,
      ]),
    );
    expect(ours).toEqual(readByThem[0]);
  });
});
