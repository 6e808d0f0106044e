import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lintSources } from "../src/index.js";
import { echo, workflow } from "./table.js";

const rulesSeen = (content: string | Uint8Array): string[] => [
  ...new Set(lintSources([{ file: "a.yaml", content }]).map(({ rule }) => rule)),
];
const manifest = workflow(echo);

describe("the linter does not throw, whatever the text", () => {
  test("bytes", () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => Array.isArray(rulesSeen(bytes))));
  });

  test("characters that mean something in YAML", () => {
    const piece = fc.constantFrom(
      "a",
      ": ",
      "- ",
      "\n",
      "  ",
      "[",
      "]",
      "{",
      "}",
      ",",
      "&a ",
      "*a",
      "<<: ",
      "'",
      '"',
      "|",
      "? ",
      "#",
      "---\n",
      "!!int ",
      "~",
      "1",
      "kind: Workflow\n",
      "spec:\n",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => Array.isArray(rulesSeen(pieces.join("")))),
    );
  });

  test("a manifest in which a stretch is replaced", () => {
    const change = fc.record({ from: fc.nat(manifest.length), length: fc.nat(30), by: fc.string() });
    fc.assert(
      fc.property(change, ({ from, length, by }) =>
        Array.isArray(rulesSeen(manifest.slice(0, from) + by + manifest.slice(from + length))),
      ),
    );
  });

  test("a manifest with any value in the place of its specification", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (spec) =>
        Array.isArray(
          rulesSeen(
            JSON.stringify({ apiVersion: "argoproj.io/v1alpha1", kind: "Workflow", metadata: {}, spec }),
          ),
        ),
      ),
    );
  });
});

describe("large and strange texts", { timeout: 60_000 }, () => {
  const laughs = `a0: &a0 [x, x]\n${Array.from({ length: 40 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]\n`).join("")}`;
  const script = "- name: main\n  script:\n    image: busybox:1.37\n    command: [sh]\n    source: ";
  test.each<[string, string | Uint8Array, string[]]>([
    ["5 MB of script", workflow(script + "x".repeat(5_000_000)), ["manifest-size"]],
    ["5 MB of list items", "- a\n".repeat(1_250_000), ["manifest-size"]],
    ["200 levels", `a: ${"[".repeat(200)}${"]".repeat(200)}\n`, []],
    ["100,000 levels of lists", "[".repeat(100_000), ["syntax"]],
    ["100,000 levels of maps", "{a: ".repeat(100_000), ["syntax"]],
    ["aliases that grow", laughs, ["syntax"]],
    ["10,000 documents", "---\na: 1\n".repeat(10_000), ["manifest-size"]],
    ["350,000 list items", "- a\n".repeat(350_000), ["manifest-size"]],
    ["a flow list of 700,000", `a: [${"b,".repeat(700_000)}]\n`, ["manifest-size"]],
    ["a JSON list of 200,000", `{"a": [${"1,".repeat(200_000)}1]}`, ["manifest-size"]],
    ["300,000 dashes", "- ".repeat(300_000), ["manifest-size"]],
    [
      "30,000 comments that silence",
      `kind: Job\na:\n${"  # lint-ignore syntax\n".repeat(30_000)}`,
      ["useless-ignore"],
    ],
    ["a byte that is no UTF-8", Uint8Array.of(0x61, 0xff, 0x62), ["syntax"]],
    ["zeros", new Uint8Array(1000), ["syntax"]],
    ["an empty text", "", []],
  ])("%s", (_title, content, expected) => {
    expect(rulesSeen(content)).toEqual(expected);
  });

  test("UTF-16 with a byte order mark is read as UTF-8 is", () => {
    const utf16 = Buffer.from(`\ufeff${manifest}`, "utf16le");
    expect(rulesSeen(utf16)).toEqual(rulesSeen(manifest));
  });
});
