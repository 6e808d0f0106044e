import { describe, expect, test } from "vitest";
import * as z from "zod";
import { type Finding, lintAndCount, rules } from "../src/index.js";
import {
  githubReport,
  jsonReport,
  type LintReport,
  lintSummary,
  type Painter,
  sarifReport,
  textReport,
} from "../src/report/index.js";

const text = `kind: Workflow
metadata:
  name: a
spec:
  entrypoint: nope
`;

const finding: Finding = {
  rule: "some-rule",
  severity: "error",
  message: 'There is no template "nope".',
  fix: "Name another: x.",
  file: "folder/a.yaml",
  line: 5,
  column: 15,
  endLine: 5,
  endColumn: 19,
  path: "spec.entrypoint",
  manifest: "Workflow a",
};

function report(findings: readonly Partial<Finding>[], content = text): LintReport {
  const all = findings.map((some) => ({ ...finding, ...some }));
  const sources = [...new Set(all.map(({ file }) => file))].map((file) => ({ file, content }));
  return { findings: all, files: 3, manifests: 2, sources };
}

describe("text", () => {
  test("shows each finding with its line, marks below the place, and what to do", () => {
    expect(textReport(report([{}]))).toBe(`folder/a.yaml

  5:15  error  There is no template "nope".  some-rule
  5 │   entrypoint: nope
    │               ^^^^
    fix: Name another: x.

1 error in 1 file; checked 3 files, 2 Argo manifests
`);
  });

  test("groups findings by file", () => {
    const lines = textReport(report([{ file: "a" }, { file: "b" }, { file: "a" }])).split("\n");
    expect(lines.filter((line) => /^\w$/.test(line))).toEqual(["a", "b"]);
  });

  test("says how much was checked if nothing was found", () => {
    expect(textReport(report([]))).toBe("Nothing found in 3 files, 2 Argo manifests\n");
  });

  test("shows a part of a long line around the place", () => {
    const line = `${"a".repeat(300)}nope${"b".repeat(300)}`;
    const shown = textReport(report([{ line: 1, column: 301, endLine: 1, endColumn: 305 }], line)).split(
      "\n",
    );
    expect(shown[3]).toBe(`  1 │ …${"a".repeat(40)}nope${"b".repeat(76)}…`);
    expect(shown[4]).toBe(`    │ ${" ".repeat(41)}^^^^`);
  });

  test("marks up to the end of the line where the place goes on", () => {
    const shown = textReport(report([{ endLine: 6, endColumn: 3 }])).split("\n");
    expect(shown[4]).toBe("    │               ^^^^");
  });

  test("puts marks below characters that are two columns wide", () => {
    const shown = textReport(report([{ line: 1, column: 3, endLine: 1, endColumn: 5 }], "名前: x")).split(
      "\n",
    );
    expect(shown[4]).toBe(`    │ ${" ".repeat(4)}^^`);
  });

  test("shows tabs as spaces, so that marks are below their range", () => {
    const shown = textReport(report([{ line: 1, column: 2, endLine: 1, endColumn: 6 }], "\tnope: x")).split(
      "\n",
    );
    expect(shown.slice(3, 5)).toEqual(["  1 │     nope: x", "    │     ^^^^"]);
  });

  test("does not pass control characters of a manifest to the terminal", () => {
    const shown = textReport(report([{ message: "\u001b[31mred\nline", line: 1 }], "a\u001b]0;title\u0007"));
    expect(shown.match(/\p{Cc}/gu)?.filter((sign) => sign !== "\n")).toEqual([]);
    expect(shown).toContain("␛[31mred⏎line");
  });

  test("omits the line if the file is empty", () => {
    expect(
      textReport(report([{ line: 1 }], ""))
        .split("\n")
        .slice(2, 4),
    ).toEqual(['  1:15  error  There is no template "nope".  some-rule', "    fix: Name another: x."]);
  });

  test("paints severities and their marks", () => {
    const paint: Painter = (style, painted) => `<${style}>${painted}</>`;
    const shown = textReport(report([{ severity: "warning" }]), paint);
    expect(shown).toContain("<yellow>warning</>");
    expect(shown).toContain("<yellow>^^^^</>");
    expect(shown).toContain("<yellow>1 warning in 1 file");
  });
});

test("a summary counts each severity, and files once", () => {
  const findings = report([
    {},
    {},
    { severity: "warning", file: "b" },
    { severity: "note" },
    { severity: "note" },
  ]);
  expect(lintSummary(findings)).toBe(
    "2 errors, 1 warning, 2 notes in 2 files; checked 3 files, 2 Argo manifests",
  );
});

test("json has every finding as it is, and the counts", () => {
  expect(JSON.parse(jsonReport(report([{}, { severity: "note" }])))).toEqual({
    formatVersion: 1,
    summary: { files: 3, manifests: 2, errors: 1, warnings: 0, notes: 1 },
    findings: [finding, { ...finding, severity: "note" }],
  });
});

describe("github", () => {
  test.each([
    ["error", "error"],
    ["warning", "warning"],
    ["note", "notice"],
  ] as const)("tells of %s by the command %s", (severity, command) => {
    expect(githubReport(report([{ severity }])).split("\n")[0]).toBe(
      `::${command} file=folder/a.yaml,line=5,endLine=5,col=15,title=some-rule::There is no template "nope".%0AName another: x.`,
    );
  });

  test("escapes what would end a property or the message", () => {
    const [line] = githubReport(
      report([{ file: "a,b:c%.yaml", message: "100 %\r\n::error::x", fix: "y" }]),
    ).split("\n");
    expect(line).toBe(
      "::error file=a%2Cb%3Ac%25.yaml,line=5,endLine=5,col=15,title=some-rule::100 %25%0D%0A::error::x%0Ay",
    );
  });
});

/** What GitHub's code scanning needs of SARIF 2.1.0, with the standard's constraints on these fields. */
const message = z.strictObject({ text: z.string().min(1) });
const natural = z.int().min(1);
const sarif = z.strictObject({
  $schema: z.url(),
  version: z.literal("2.1.0"),
  runs: z.tuple([
    z.strictObject({
      tool: z.strictObject({
        driver: z.strictObject({
          name: z.string(),
          rules: z.array(
            z.strictObject({
              id: z.string(),
              shortDescription: message,
              help: message.extend({ markdown: z.string() }),
              helpUri: z.url().optional(),
              defaultConfiguration: z.strictObject({ level: z.enum(["error", "warning", "note"]) }),
            }),
          ),
        }),
      }),
      columnKind: z.literal("utf16CodeUnits"),
      results: z.array(
        z.strictObject({
          ruleId: z.string(),
          ruleIndex: z.int().min(0).optional(),
          level: z.enum(["error", "warning", "note"]),
          message,
          locations: z.tuple([
            z.strictObject({
              physicalLocation: z.strictObject({
                artifactLocation: z.strictObject({ uri: z.string(), uriBaseId: z.string().optional() }),
                region: z.strictObject({
                  startLine: natural,
                  startColumn: natural,
                  endLine: natural,
                  endColumn: natural,
                }),
              }),
              logicalLocations: z.tuple([z.strictObject({ fullyQualifiedName: z.string() })]).optional(),
            }),
          ]),
        }),
      ),
    }),
  ]),
});

describe("sarif", () => {
  const options = { rules, helpUri: "https://example.org/docs/lint.md" };

  function runOf(from: LintReport) {
    return sarif.parse(JSON.parse(sarifReport(from, options))).runs[0];
  }

  test("contains what the standard requires", () => {
    const { results } = runOf(report([{ severity: "note", file: "folder/a b.yaml", path: "" }]));
    expect(results).toEqual([
      {
        ruleId: "some-rule",
        level: "note",
        message: { text: 'There is no template "nope". Name another: x.' },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: "folder/a%20b.yaml", uriBaseId: "%SRCROOT%" },
              region: { startLine: 5, startColumn: 15, endLine: 5, endColumn: 19 },
            },
          },
        ],
      },
    ]);
  });

  test("names a file outside of the repository by its whole address", () => {
    const { results } = runOf(report([{ file: "/elsewhere/a.yaml" }]));
    expect(results[0]?.locations[0].physicalLocation.artifactLocation).toEqual({
      uri: "file:///elsewhere/a.yaml",
    });
  });

  test("describes every rule, and what silences nothing", () => {
    const { driver } = runOf(report([])).tool;
    expect(driver.rules.map(({ id }) => id)).toEqual([...rules.map(({ name }) => name), "useless-ignore"]);
    expect(driver.rules.find(({ id }) => id === "unknown-field")).toMatchObject({
      helpUri: "https://example.org/docs/lint.md#unknown-field",
      help: {
        markdown: expect.stringContaining("[Examples](https://example.org/docs/lint.md#unknown-field)"),
      },
      defaultConfiguration: { level: "error" },
    });
  });

  test("describes a rule by its summary alone where its page has no address", () => {
    const { driver } = sarif.parse(JSON.parse(sarifReport(report([]), { rules }))).runs[0].tool;
    const rule = driver.rules.find(({ id }) => id === "entrypoint");
    expect(rule?.help.text).toBe(rules.find(({ name }) => name === "entrypoint")?.summary);
    expect(rule?.helpUri).toBeUndefined();
  });

  test("refers to the rule of each finding", () => {
    const source = { file: "a.yaml", content: "kind: Workflow\nspec: { entrypoint: [ }" };
    const run = runOf({ ...lintAndCount([source]), sources: [source] });
    const [result] = run.results;
    expect(result?.ruleId).toBe("syntax");
    expect(run.tool.driver.rules[result?.ruleIndex ?? -1]?.id).toBe("syntax");
  });
});
