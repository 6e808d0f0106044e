import fc from "fast-check";

/** Parts of names by which a file could come to lie elsewhere, on one system or another. */
const parts = fc.constantFrom(
  ...["..", ".", "", "...", "a", "A", "run.json", "parameters", "latest", "C:", "C:\\", "\\\\server\\share"],
  ...[
    "..\\..",
    "%2e%2e",
    "%2f",
    "．．",
    "‥",
    "․․",
    "nul",
    "CON.txt",
    "a.",
    "a ",
    " ",
    "a:stream",
    "-rf",
    "~",
  ],
  ...["\u0000", "a\u0000b", "\u001b[2J", "\u202e", "\u2028", "\ud800", "e\u0301", "é", "x".repeat(300)],
);

/** Names as a server that does not mean well could give them. */
export const hostileNames: fc.Arbitrary<string> = fc.oneof(
  fc
    .tuple(
      fc.constantFrom("", "/", "../", "../../../", "./", "//"),
      fc.array(parts, { minLength: 1, maxLength: 5 }),
    )
    .map(([begin, rest]) => begin + rest.join("/")),
  fc.array(parts, { minLength: 1, maxLength: 3 }).map((rest) => rest.join("\\")),
  fc.string({ maxLength: 20, unit: "binary" }),
);
