import { describe, expect, test } from "vitest";
import * as z from "zod";
import type { Dag } from "../../src/definition/dag.js";
import { DefinitionError } from "../../src/definition/errors.js";
import { defineStep, defineWorkflow, parameter, text } from "../../src/index.js";
import { collect, flip, load, read, report, train } from "./example-steps.js";

function build(wire: (dag: Dag) => void) {
  return defineWorkflow({ name: "w", build: (dag) => void wire(dag) });
}

/** A reference of another workflow. */
function foreign() {
  let leaked: { note: unknown; rows: { atLeast(n: number): unknown } } | undefined;
  defineWorkflow({
    name: "other",
    build(dag) {
      leaked = dag.task(load, {});
    },
  });
  return leaked as never;
}

const inner = defineWorkflow({ name: "inner", build: (dag) => ({ note: dag.task(load, {}).note }) });
const count = defineStep({
  name: "count",
  inputs: { n: parameter(z.int()), step: parameter(z.int(), 1) },
  outputs: { n: parameter(z.int()) },
  run: ({ n, step }) => ({ n: n + step }),
});

describe("wiring is refused for", () => {
  test.each<[string, (dag: Dag) => void, string]>([
    [
      "two tasks of one name",
      (dag) => {
        dag.task(load, {});
        dag.task(load, {});
      },
      'w: task "load": two tasks have this name. Rename one of them: { name: "…" }.',
    ],
    [
      "a wrong name",
      (dag) => dag.task(load, {}, { name: "load_it" }),
      'A task is called "load_it". Expected letters, digits and hyphens',
    ],
    [
      "a surplus input",
      (dag) => dag.task(train, { x: dag.task(load, {}).x, sed: 1 } as never),
      'w: task "train" has no input "sed".',
    ],
    [
      "a misspelt input",
      (dag) => dag.task(load, { sede: 1 } as never),
      'w: task "load" has no input "sede". Did you mean "seed"?',
    ],
    ["a missing input", (dag) => dag.task(train, {} as never), 'w: task "train": input "x" is not wired.'],
    [
      "an undefined input",
      (dag) => dag.task(train, { x: undefined } as never),
      'w: task "train": input "x" is not wired.',
    ],
    [
      "a value that breaks the schema",
      (dag) => dag.task(load, { seed: -1 }),
      'w: task "load": input "seed": found -1, expected an integer at least 0.',
    ],
    [
      "a plain value for an artifact",
      (dag) => dag.task(read, { note: "a", side: "b" } as never),
      'w: task "read": input "note" is an artifact, but a plain value is wired to it. Wire a task\'s output.',
    ],
    [
      "a parameter for an artifact",
      (dag) => dag.task(read, { note: dag.task(flip, {}).side, side: "b" } as never),
      'w: task "read": input "note" is an artifact, but flip.side is a parameter.',
    ],
    [
      "an artifact for a parameter",
      (dag) => dag.task(read, { note: dag.task(flip, {}).note, side: dag.task(load, {}).note } as never),
      'w: task "read": input "side" is a parameter, but load.note is an artifact.',
    ],
    [
      "another format whose type is the same",
      (dag) => dag.task(read, { note: dag.task(flip, {}).page, side: "b" }),
      'w: task "read": input "note" reads text, but flip.page is html.',
    ],
    [
      "a list for one artifact",
      (dag) => dag.task(read, { note: dag.task(load, {}).parts, side: "b" } as never),
      'w: task "read": input "note" is one artifact, but load.parts is a list.',
    ],
    [
      "one artifact for a list",
      (dag) => dag.task(collect, { notes: dag.task(load, {}).note } as never),
      'w: task "collect": input "notes" is a list of artifacts, but load.note is one artifact.',
    ],
    [
      "a value that may not exist",
      (dag) => {
        const { side } = dag.task(flip, {});
        const { note } = dag.task(report, {}, { when: side.equals("heads") });
        dag.task(read, { note, side } as never);
      },
      'w: task "read": input "note" must exist, but report.note may not: its task has a condition. ' +
        "Declare the input as optional(…), or choose with dag.firstOf(…).",
    ],
    [
      "a reference of another workflow",
      (dag) => dag.task(report, { note: (foreign() as { note: never }).note }),
      'w: task "report": input "note" is wired to a reference of another workflow. Pass the value in as an input of this one.',
    ],
    [
      "a condition on another workflow",
      (dag) =>
        dag.task(
          report,
          {},
          { when: (foreign() as { rows: { atLeast(n: number): never } }).rows.atLeast(1) },
        ),
      'w: task "report": its condition reads a reference of another workflow.',
    ],
    [
      "a comparison with a task that does not exist",
      (dag) => dag.task(load, {}, { after: ["laod"] }),
      'w: task "load" comes after "laod", but there is no such task. Did you mean "load"?',
    ],
    [
      "an order that names something else",
      (dag) => dag.task(load, {}, { after: [{} as never] }),
      'w: task "load": "after" names something that is not a task of this workflow.',
    ],
    [
      "an order that names another workflow's task",
      (dag) => dag.task(load, {}, { after: [foreign()] }),
      'w: task "load": "after" names something that is not a task of this workflow.',
    ],
    [
      "tasks that wait for each other",
      (dag) => {
        const { x } = dag.task(load, {}, { after: ["train"] });
        dag.task(train, { x });
      },
      'w: these tasks wait for each other: load → train → load. Remove one of the "after" entries.',
    ],
    [
      "a task that waits for itself",
      (dag) => dag.task(load, {}, { after: ["load"] }),
      'w: these tasks wait for each other: load → load. Remove one of the "after" entries.',
    ],
    [
      "a nested workflow with a timeout",
      (dag) => dag.task(inner, {}, { timeout: "5m" } as never),
      'w: task "inner": a nested workflow cannot have a timeout or a retry. Set them on the steps inside.',
    ],
    [
      "a nested workflow with a retry",
      (dag) => dag.task(inner, {}, { retry: { limit: 1 } } as never),
      'w: task "inner": a nested workflow cannot have a timeout or a retry.',
    ],
    [
      "a retry without a number",
      (dag) => dag.task(load, {}, { retry: { limit: 1.5 } }),
      'task "load": retry.limit is 1.5. Expected a whole number from 0 to 100.',
    ],
    [
      "a backoff that shrinks",
      (dag) => dag.task(load, {}, { retry: { limit: 1, backoff: { duration: "1s", factor: 0.5 } } }),
      'task "load": retry.backoff.factor is 0.5. Expected 1 or more.',
    ],
    [
      "a timeout that is not a duration",
      (dag) => dag.task(load, {}, { timeout: "5w" as never }),
      'task "load": "5w" is not a duration. Expected a number and a unit',
    ],
    [
      "a mapped step that outputs a list of artifacts",
      (dag) => dag.map(load, [1, 2], () => ({})),
      'w: task "load": output "parts" of the mapped step is a list already. Output it as one artifact.',
    ],
    [
      "a map over one artifact",
      (dag) => dag.map(report, dag.task(flip, {}).note as never, () => ({})),
      'w: task "report": the map runs over one artifact. Expected a list of artifacts.',
    ],
    [
      "a map over another workflow's list",
      (dag) => dag.map(report, (foreign() as { names: never }).names, () => ({})),
      'w: task "report": the map runs over a reference of another workflow.',
    ],
    [
      "a map over a list that may not exist",
      (dag) => {
        const { side } = dag.task(flip, {});
        const { names } = dag.task(load, {}, { when: side.equals("heads") });
        dag.map(report, names as never, () => ({}));
      },
      'w: task "report": the map runs over a list that may not exist. Use dag.firstOf first.',
    ],
    [
      "a map's item outside of the map",
      (dag) => {
        let leaked: never = undefined as never;
        dag.map(count, [1, 2], (item) => {
          leaked = item as never;
          return { n: item };
        });
        dag.task(count, { n: leaked }, { name: "again" });
      },
      'w: task "again": input "n" is wired to a reference of another workflow.',
    ],
    [
      "a map's index outside of the map",
      (dag) => {
        let leaked: never = undefined as never;
        dag.map(count, [1, 2], (item, index) => {
          leaked = index as never;
          return { n: item };
        });
        dag.task(count, { n: leaked }, { name: "again" });
      },
      'w: task "again": input "n" is wired to a reference of another workflow.',
    ],
    [
      "no round",
      (dag) =>
        dag.repeat(
          count,
          { n: 0 },
          { until: ({ n }) => n.atLeast(3), next: ({ n }) => ({ n }), maxRounds: 0 },
        ),
      'w: task "count": maxRounds is 0. Expected a whole number from 1 to 30 (Argo\'s stack ends at 100).',
    ],
    [
      "too many rounds",
      (dag) =>
        dag.repeat(
          count,
          { n: 0 },
          { until: ({ n }) => n.atLeast(3), next: ({ n }) => ({ n }), maxRounds: 31 },
        ),
      'w: task "count": maxRounds is 31.',
    ],
    [
      "half a round",
      (dag) =>
        dag.repeat(
          count,
          { n: 0 },
          { until: ({ n }) => n.atLeast(3), next: ({ n }) => ({ n }), maxRounds: 2.5 },
        ),
      'w: task "count": maxRounds is 2.5.',
    ],
    [
      "an end of the rounds that depends on another task",
      (dag) => {
        const { rows } = dag.task(load, {});
        dag.repeat(count, { n: 0 }, { until: () => rows.atLeast(3), next: ({ n }) => ({ n }), maxRounds: 3 });
      },
      'w: task "count": until and next may read only outputs of the round. Add the value to its outputs.',
    ],
    [
      "a next round that reads an output of another task",
      (dag) => {
        const { rows } = dag.task(load, {});
        dag.repeat(
          count,
          { n: 0 },
          { until: ({ n }) => n.atLeast(3), next: () => ({ n: rows }), maxRounds: 3 },
        );
      },
      'w: task "count": until and next may read only outputs of the round. Add the value to its outputs.',
    ],
    [
      "a next round with a misspelt input",
      (dag) =>
        dag.repeat(
          count,
          { n: 0 },
          { until: ({ n }) => n.atLeast(3), next: ({ n }) => ({ m: n }) as never, maxRounds: 3 },
        ),
      'w: task "count" has no input "m".',
    ],
    [
      "an approval without a field",
      (dag) => dag.approve({ name: "review", fields: {} }),
      'w: task "review": an approve task needs at least one field for a person to fill in.',
    ],
    [
      "an approval with a wrong field name",
      (dag) => dag.approve({ name: "review", fields: { "a b": z.string() } }),
      'w: task "review": parameter "a b" has a name that Argo refuses.',
    ],
    [
      "an approval with a field without a text form",
      (dag) => dag.approve({ name: "review", fields: { at: z.date() } }),
      'w: task "review": field "at": its schema allows date values',
    ],
    [
      "a question that shows another workflow's value",
      (dag) => dag.approve({ name: "review", fields: { ok: z.boolean() }, shows: foreign() }),
      'w: task "review": "x" of shows is a reference of another workflow.',
    ],
    [
      "no alternatives",
      (dag) => (dag.firstOf as unknown as () => void).call(dag),
      "w: firstOf has no alternatives.",
    ],
    [
      "alternatives of another workflow",
      (dag) => dag.firstOf((foreign() as { note: never }).note),
      "w: firstOf received a reference of another workflow.",
    ],
    [
      "alternatives of different formats",
      (dag) => {
        const { side } = dag.task(flip, {});
        const heads = dag.task(flip, {}, { name: "heads", when: side.equals("heads") });
        dag.firstOf(heads.note, heads.page);
      },
      "w: firstOf joins heads.note (text) and heads.page (html). Expected alternatives of one format.",
    ],
    [
      "alternatives one of which is a list",
      (dag) => {
        const { side } = dag.task(flip, {});
        const heads = dag.task(load, {}, { name: "heads", when: side.equals("heads") });
        dag.firstOf(heads.note, heads.parts as never);
      },
      "w: firstOf joins heads.note (text) and heads.parts (list of text). Expected alternatives of one format.",
    ],
    [
      "alternatives one of which is a parameter",
      (dag) => {
        const { side } = dag.task(flip, {});
        const heads = dag.task(flip, {}, { name: "heads", when: side.equals("heads") });
        dag.firstOf(heads.note, heads.side as never);
      },
      "w: firstOf joins heads.note (text) and heads.side (parameter). Expected alternatives of one format.",
    ],
  ])("%s", (_, wire, message) => {
    expect(() => build(wire)).toThrow(DefinitionError);
    expect(() => build(wire)).toThrow(message);
  });
});

describe("wiring becomes data", () => {
  test("of a task with all its options", () => {
    const { graph } = build((dag) => {
      const first = dag.task(load, {});
      const coin = dag.task(flip, {}, { after: [first, first.rows, "last"] });
      dag.task(
        train,
        { x: first.x, c: 2 },
        {
          name: "fit",
          when: coin.side.equals("heads"),
          retry: { limit: 2, backoff: { duration: "1s", factor: 2, maxDuration: "1m" } },
          timeout: "5m",
        },
      );
      dag.task(report, {}, { name: "last" });
    });

    expect(graph.tasks.get("flip")?.after).toEqual(["load", "load", "last"]);
    expect(graph.tasks.get("fit")).toMatchObject({
      kind: "call",
      name: "fit",
      template: train,
      wiring: {
        x: { kind: "source", source: { from: "task", task: "load", output: "x" }, maybe: false },
        c: { kind: "value", value: 2 },
      },
      after: [],
      when: {
        operator: "equals",
        operand: { source: { from: "task", task: "flip", output: "side" }, schema: expect.anything() },
        value: "heads",
      },
      retry: { limit: 2, backoff: { duration: "1s", factor: 2, maxDuration: "1m" } },
      timeout: "5m",
    });
  });

  test("of a map over plain values", () => {
    const { graph } = build((dag) => {
      dag.map(count, [{ n: 1 }, { n: 2 }], (item, index) => ({ n: item.field("n"), step: index }));
    });

    expect(graph.tasks.get("count")).toMatchObject({
      wiring: {
        n: { source: { from: "item", field: "n" } },
        step: { source: { from: "index" } },
      },
      map: { kind: "parameter", items: { kind: "value", value: [{ n: 1 }, { n: 2 }] } },
    });
  });

  test("of a map over artifacts", () => {
    const { graph } = build((dag) => {
      dag.map(report, dag.task(load, {}).parts, (note) => ({ note }));
    });

    expect(graph.tasks.get("report")).toMatchObject({
      wiring: { note: { source: { from: "item" } } },
      map: { kind: "artifact", items: { source: { from: "task", task: "load", output: "parts" } } },
    });
  });

  test("of a repetition", () => {
    const { graph } = build((dag) => {
      dag.repeat(
        count,
        { n: 0 },
        { until: ({ n }) => n.atLeast(3), next: ({ n }) => ({ n, step: 2 }), maxRounds: 30 },
      );
    });

    expect(graph.tasks.get("count")).toMatchObject({
      wiring: { n: { kind: "value", value: 0 } },
      repeat: {
        maxRounds: 30,
        until: {
          operator: "atLeast",
          operand: { source: { from: "task", task: "count", output: "n" } },
          value: 3,
        },
        next: {
          n: { kind: "source", source: { from: "task", task: "count", output: "n" } },
          step: { kind: "value", value: 2 },
        },
      },
    });
  });

  test("of an approval", () => {
    const { graph } = build((dag) => {
      const first = dag.task(load, {});
      const { rate } = dag.approve({
        name: "review",
        message: "Good enough?",
        fields: { ok: z.enum(["yes", "no"]).default("no"), rate: z.number() },
        shows: { rows: first.rows, page: first.page },
        when: first.rows.atLeast(1),
        after: ["load"],
      });
      dag.task(report, { side: dag.task(flip, {}).side }, { after: [rate] });
    });

    expect(graph.tasks.get("review")).toMatchObject({
      kind: "approve",
      name: "review",
      message: "Good enough?",
      fields: { ok: { need: "defaulted", default: "no" }, rate: { need: "required" } },
      shows: {
        rows: { from: "task", task: "load", output: "rows" },
        page: { from: "task", task: "load", output: "page" },
      },
      after: ["load"],
      when: { operator: "atLeast" },
    });
    expect(graph.tasks.get("report")?.after).toEqual(["review"]);
  });

  test("of alternatives, whose schema allows what each of them may be", () => {
    const heads = defineStep({
      name: "heads",
      inputs: {},
      outputs: { side: parameter(z.literal("heads")) },
      run: () => ({ side: "heads" }),
    });
    const tails = defineStep({
      name: "tails",
      inputs: {},
      outputs: { side: parameter(z.literal("tails")) },
      run: () => ({ side: "tails" }),
    });

    const { outputs } = defineWorkflow({
      name: "w",
      build(dag) {
        const { side } = dag.task(flip, {});
        const a = dag.task(heads, {}, { when: side.equals("heads") });
        const b = dag.task(tails, {}, { when: side.equals("tails") });
        return { side: dag.firstOf<"heads" | "tails">(a.side, b.side) };
      },
    });

    expect(outputs.side.schema.parse("tails")).toBe("tails");
    expect(outputs.side.schema.parse("heads")).toBe("heads");
    expect(outputs.side.schema.safeParse("edge").success).toBe(false);
  });

  test("of a list of artifacts as an output", () => {
    const { outputs } = defineWorkflow({ name: "w", build: (dag) => ({ parts: dag.task(load, {}).parts }) });

    expect(outputs.parts).toMatchObject({ kind: "artifact", list: true, codec: text });
  });
});
