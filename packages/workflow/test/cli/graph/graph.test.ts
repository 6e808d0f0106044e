import { expect, test } from "vitest";
import { mermaidGraph } from "../../../src/cli/graph/mermaid-graph.js";
import { textGraph } from "../../../src/cli/graph/text-graph.js";
import { everything } from "../sample-workflow.js";

test("draws every kind of task as text, with what flows between them", () => {
  expect(textGraph(everything).split("\n")).toEqual([
    "everything",
    "  load",
    "  train (for each item)",
    "    ← load: names",
    "  pick",
    "    ← train: model",
    "    ← load: rows",
    "  improve (repeated, at most 5 times, conditional)",
    "    ← pick: best, good",
    "  review (waits for a person)",
    "    ← improve: model",
    "    ← pick: best",
    "  publish (nested workflow)",
    "    ← review: by",
    "    ← load",
    "  again",
    "    ← publish",
    "at the end, whatever happened",
    "  notify",
  ]);
});

test("draws every kind of task as a Mermaid flowchart", () => {
  expect(mermaidGraph(everything).split("\n")).toEqual([
    "flowchart TD",
    '  t0["load"]',
    '  t1["train (for each item)"]',
    '  t2["pick"]',
    '  t3["improve (repeated, at most 5 times, conditional)"]',
    '  t4{{"review (waits for a person)"}}',
    '  t5["publish (nested workflow)"]',
    '  t6["again"]',
    '  t0 -->|"names"| t1',
    '  t1 -->|"model"| t2',
    '  t0 -->|"rows"| t2',
    '  t2 -->|"best, good"| t3',
    '  t3 -->|"model"| t4',
    '  t2 -->|"best"| t4',
    '  t4 -->|"by"| t5',
    "  t0 -.-> t5",
    "  t5 -.-> t6",
    '  subgraph exit["at the end, whatever happened"]',
    '  e0["notify"]',
    "  end",
  ]);
});
