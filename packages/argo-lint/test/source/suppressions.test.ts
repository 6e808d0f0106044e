import { describe, expect, test } from "vitest";
import { lintSources } from "../../src/index.js";
import { workflow } from "../table.js";

/** A workflow with these lines at the end of its template, which begin with line 10. */
function withFields(first: string, second: string): string {
  return `${workflow("- name: main\n  suspend: {}")}${first}\n${second}\n`;
}

function found(content: string): string[] {
  return lintSources([{ file: "a.yaml", content }])
    .filter(({ rule }) => ["unknown-field", "useless-ignore"].includes(rule))
    .map(({ line, rule }) => `${line} ${rule}`);
}

describe("a comment that silences", () => {
  test("is missing: both fields are reported", () => {
    expect(found(withFields("      size: 1", "      color: red"))).toEqual([
      "10 unknown-field",
      "11 unknown-field",
    ]);
  });

  test("after a value applies to its line", () => {
    expect(found(withFields("      size: 1 # lint-ignore unknown-field", "      color: red"))).toEqual([
      "11 unknown-field",
    ]);
  });

  test("on a line of its own applies to the next line that has content", () => {
    expect(
      found(
        withFields("      # lint-ignore unknown-field\n\n      # why\n      size: 1", "      color: red"),
      ),
    ).toEqual(["14 unknown-field"]);
  });

  test("lint-ignore-document applies to its whole document, and to no other", () => {
    const silenced = withFields(
      "      # lint-ignore-document unknown-field\n      size: 1",
      "      color: red",
    );
    expect(found(silenced)).toEqual([]);
    expect(found(`${silenced}---\n${withFields("      size: 1", "      color: red")}`)).toEqual([
      "23 unknown-field",
      "24 unknown-field",
    ]);
  });

  test("names several rules, and reports each that has no finding", () => {
    expect(
      found(withFields("      size: 1 # lint-ignore unknown-field, wrong-type", "      color: red")),
    ).toEqual(["10 useless-ignore", "11 unknown-field"]);
  });

  test("silences nothing from another line", () => {
    expect(found(withFields("      size: 1", "      # lint-ignore unknown-field"))).toEqual([
      "10 unknown-field",
      "11 useless-ignore",
    ]);
  });

  test("inside a block scalar applies to the line of the script that it is in", () => {
    const script =
      "- name: main\n  script:\n    image: busybox:1.37\n    command: [sh]\n    source: |\n      echo {{inputs.parameters.nope}} # lint-ignore unresolved-variable";
    const rules = lintSources([{ file: "a.yaml", content: workflow(script) }]).map(({ rule }) => rule);
    expect(rules).not.toContain("unresolved-variable");
    expect(rules).not.toContain("useless-ignore");
  });
});

describe("line ends and encodings", () => {
  const text = withFields("      size: 1", "      color: red 😀");
  const places = (content: string | Uint8Array) =>
    lintSources([{ file: "a.yaml", content }]).map(({ rule, line, column, endColumn }) => ({
      rule,
      line,
      column,
      endColumn,
    }));

  test("a text has its findings at the key, counted from 1", () => {
    expect(places(text)).toContainEqual({ rule: "unknown-field", line: 11, column: 7, endColumn: 12 });
  });

  test.each([
    ["CRLF", text.replaceAll("\n", "\r\n")],
    ["CR", text.replaceAll("\n", "\r")],
    ["UTF-8 with a byte order mark", Buffer.from(`\ufeff${text}`)],
    ["UTF-16, little end first", Buffer.from(`\ufeff${text}`, "utf16le")],
    ["UTF-16, big end first", Buffer.from(`\ufeff${text}`, "utf16le").swap16()],
  ])("%s has the same places", (_title, content) => {
    expect(places(content)).toEqual(places(text));
  });
});

test("JSON has the same places as the YAML that it is", () => {
  const manifest = { apiVersion: "argoproj.io/v1alpha1", kind: "Workflow", metadata: { generateName: "a-" } };
  const spec = {
    entrypoint: "main",
    size: 1,
    templates: [{ name: "main", container: { image: "a:1", args: ["{{nope}}"] } }],
  };
  const json = JSON.stringify({ ...manifest, spec }, null, 2);
  const places = (content: string) =>
    lintSources([{ file: "a", content }]).map(({ rule, line, column }) => `${rule} ${line}:${column}`);
  expect(places(json)).toContain("unknown-field 9:5");
  // Behind a comment it is YAML.
  expect(
    places(`#\n${json}`).map((place) => place.replace(/ (\d+):/, (_, line) => ` ${Number(line) - 1}:`)),
  ).toEqual(places(json));
});
