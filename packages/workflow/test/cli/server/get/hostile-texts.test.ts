import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { workflowSchema } from "../../../../src/argo/client/workflow.js";
import { toJsonText, toYamlText } from "../../../../src/cli/server/format/serialize.js";
import { describeWorkflow } from "../../../../src/cli/server/get/describe-workflow.js";
import { listTable } from "../../../../src/cli/server/list/list-table.js";
import { plainWatch } from "../../../../src/cli/server/watch/plain-watch.js";

/** Texts that control a terminal. */
const hostile = fc
  .array(
    fc.constantFrom(
      "\u001b[2J",
      "\u001b]52;c;\u0007",
      "\u009b",
      "\u202e",
      "\u2028",
      "\r",
      "\n",
      "\t",
      "\u0000",
      "ok",
      "ä",
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => parts.join(""));

const obeyed = /[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/u;

function withoutLineEnds(text: string): string {
  return text.replaceAll("\n", "");
}

/** A workflow with the same text in every field that a server can set. */
function workflowOf(text: string) {
  const node = {
    id: "wf-1",
    name: `wf.${text}`,
    displayName: text,
    type: "Pod",
    phase: "Running",
    message: text,
    templateRef: { name: text, template: text },
    hostNodeName: text,
    boundaryID: "wf",
    outputs: { artifacts: [{ name: text, s3: { key: text, bucket: text } }] },
    resourcesDuration: { [text]: 3 },
  };
  const root = { id: "wf", name: "wf", displayName: text, type: "DAG", phase: "Running" };
  const parameters = [{ name: text, value: text }];
  return workflowSchema.parse({
    metadata: { name: "wf", namespace: text, labels: { [text]: text } },
    spec: { arguments: { parameters }, serviceAccountName: text },
    status: {
      phase: "Failed",
      message: text,
      progress: text,
      conditions: [{ type: text, status: text, message: text }],
      outputs: { parameters, artifacts: node.outputs.artifacts },
      nodes: { wf: root, "wf-1": node },
    },
  });
}

const style = { now: 0, utf8: true, paint: (_style: string, text: string) => text, shown: () => true };

test("no text of a server reaches the terminal unescaped", () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const workflow = workflowOf(text);
      const lines: string[] = [];
      plainWatch(
        () => true,
        (line) => lines.push(line),
      )(workflow);
      expect(lines.join("")).not.toMatch(obeyed);
      for (const detail of ["normal", "wide", "short"] as const) {
        expect(withoutLineEnds(describeWorkflow(workflow, { ...style, detail }))).not.toMatch(obeyed);
      }
      expect(
        withoutLineEnds(
          listTable([{ ...workflow, metadata: { ...workflow.metadata, name: text } }], true, 0),
        ),
      ).not.toMatch(obeyed);
    }),
  );
});

test("JSON and YAML of a server's texts are escaped, and parse to the same value", () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const value = { text, [`key${text}`]: [text] };
      expect(withoutLineEnds(toJsonText(value))).not.toMatch(obeyed);
      expect(JSON.parse(toJsonText(value))).toEqual(value);
      expect(withoutLineEnds(toYamlText(value))).not.toMatch(obeyed);
      expect(parse(toYamlText(value), { version: "1.1" })).toEqual(value);
    }),
  );
});

test("a text of several lines stays a block in YAML", () => {
  expect(toYamlText({ b: "x\ny\n", a: 1 })).toBe("a: 1\nb: |\n  x\n  y\n");
});

test("a value nested too deeply to be printed is reported in one line", () => {
  let deep: unknown = {};
  for (let i = 0; i < 200_000; i++) deep = { deep };
  expect(() => toJsonText(deep)).toThrow("The server's answer is nested too deeply to be printed.");
});

test.each([
  ["20,000 levels deep", 20_000, false],
  ["in a circle", 2, true],
])("nodes that are nested %s are not drawn", (_, levels, isCircle) => {
  const nodes = Array.from({ length: levels }, (_each, i) => {
    const id = i === 0 ? "wf" : `wf-${i}`;
    return {
      id,
      name: id,
      displayName: id,
      type: "DAG",
      boundaryID: i === 0 ? "" : i === 1 ? "wf" : `wf-${i - 1}`,
    };
  });
  // A node below the root, with the root's own id.
  if (isCircle) nodes.push({ id: "wf", name: "twin", displayName: "twin", type: "DAG", boundaryID: "wf" });
  const workflow = workflowSchema.parse({
    metadata: { name: "wf" },
    spec: {},
    status: { nodes: Object.fromEntries(nodes.map((node, i) => [String(i), node])) },
  });
  expect(() => describeWorkflow(workflow, { ...style, detail: "normal" })).toThrow(
    "The nodes of wf are nested more than 500 levels deep, or in a cycle: their tree cannot be drawn. get -o json prints all of them.",
  );
});
