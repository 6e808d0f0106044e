import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { bundleAsInImage } from "../bundle.js";
import { tempDir } from "../temp-dir.js";
import { playCompiled } from "./play/compare-runs.js";
import { continues, retries } from "./play/fixtures/workflows.js";
import { type Played, playWorkflow } from "./play/play-workflow.js";

// The player behaves as observed on a real Argo 4.0.7, or as its source implies.

const fixtureProgram = join(import.meta.dirname, "play/fixtures/main.ts");
let program: string;
beforeAll(async () => {
  program = await bundleAsInImage(fixtureProgram);
});

const say = `
  - name: say
    inputs: {parameters: [{name: text}]}
    script: {command: [sh], source: "echo '{{inputs.parameters.text}}'"}`;

function play(templates: string, spec = ""): Promise<Played> {
  const folder = tempDir();
  return playWorkflow({
    yaml: `
kind: Workflow
metadata: {generateName: probe-}
spec:
  entrypoint: main
  ${spec}
  templates:${templates}`,
    program: [],
    bucket: join(folder, "bucket"),
    scratch: join(folder, "scratch"),
    resume: { choose: [{ decision: "yes" }] },
  });
}

function phases({ name, nodes }: Played): Record<string, string> {
  return Object.fromEntries(nodes.map((node) => [node.name.slice(name.length + 1), node.phase]));
}

test("skips a map over an empty list, and reads printed JSON in the list of a map", async () => {
  const played = await play(`
  - name: main
    outputs:
      parameters:
      - {name: none, valueFrom: {parameter: "{{tasks.none.outputs.parameters.results}}"}}
      - {name: some, valueFrom: {parameter: "{{tasks.some.outputs.parameters.results}}"}}
    dag:
      tasks:
      - {name: none, template: mapped, arguments: {parameters: [{name: items, value: "[]"}]}}
      - {name: some, template: mapped, arguments: {parameters: [{name: items, value: "[3, 4]"}]}}
  - name: mapped
    inputs: {parameters: [{name: items}]}
    outputs: {parameters: [{name: results, valueFrom: {expression: "tasks['each'].status == 'Skipped' ? '[]' : tasks['each'].outputs.result"}}]}
    dag:
      tasks:
      - {name: each, template: say, withParam: "{{inputs.parameters.items}}", arguments: {parameters: [{name: text, value: "{{item}}"}]}}${say}`);
  expect(played.phase).toBe("Succeeded");
  expect(played.parameters).toEqual({ none: "[]", some: "[3,4]" });
});

test("returns the value of the last round, and reads the values of a person, but not the default of a single node", async () => {
  const played = await play(`
  - name: main
    outputs:
      parameters:
      - {name: count, valueFrom: {parameter: "{{tasks.rounds.outputs.parameters.count}}"}}
      - {name: rate, valueFrom: {parameter: "{{tasks.choose.outputs.parameters.rate}}", default: "0.2"}}
    dag:
      tasks:
      - {name: choose, template: choose}
      - {name: rounds, template: round, depends: choose.Succeeded, arguments: {parameters: [{name: count, value: "0"}]}}
  - name: choose
    suspend: {}
    outputs: {parameters: [{name: decision, valueFrom: {supplied: {}}}, {name: rate, valueFrom: {supplied: {}, default: "0.1"}}]}
  - name: round
    inputs: {parameters: [{name: count}]}
    outputs: {parameters: [{name: count, valueFrom: {expression: "tasks['again'].status == 'Succeeded' ? tasks['again'].outputs.parameters.count : tasks['work'].outputs.result"}}]}
    dag:
      tasks:
      - {name: work, template: plus, arguments: {parameters: [{name: count, value: "{{inputs.parameters.count}}"}]}}
      - {name: again, template: round, depends: work.Succeeded, when: "{{tasks.work.outputs.result}} < 3", arguments: {parameters: [{name: count, value: "{{tasks.work.outputs.result}}"}]}}
  - name: plus
    inputs: {parameters: [{name: count}]}
    script: {command: [sh], source: "echo $(( {{inputs.parameters.count}} + 1 ))"}`);
  expect(played.parameters).toEqual({ count: "3", rate: "0.2" });
});

test("runs a task that depends on a skipped task by its bare name, and omits one that requires its success", async () => {
  const text = "arguments: {parameters: [{name: text, value: x}]}";
  const played = await play(`
  - name: main
    dag:
      tasks:
      - {name: skipped, template: say, when: "1 == 2", ${text}}
      - {name: bare, template: say, depends: skipped, ${text}}
      - {name: succeeded, template: say, depends: skipped.Succeeded, ${text}}
      - {name: either, template: say, depends: "(skipped.Succeeded || skipped.Skipped) && !bare.Failed", ${text}}${say}`);
  expect(played.phase).toBe("Succeeded");
  expect(phases(played)).toMatchObject({
    skipped: "Skipped",
    bare: "Succeeded",
    succeeded: "Omitted",
    either: "Succeeded",
  });
});

test("reports that an expression with a skipped task's result would hang the workflow", async () => {
  const played = await play(`
  - name: main
    dag:
      tasks:
      - {name: heads, template: say, when: "1 == 1", arguments: {parameters: [{name: text, value: H}]}}
      - {name: tails, template: say, when: "1 == 2", arguments: {parameters: [{name: text, value: T}]}}
      - name: either
        template: say
        depends: heads && tails
        arguments: {parameters: [{name: text, value: "{{=tasks['heads'].status == 'Succeeded' ? tasks['heads'].outputs.result : tasks['tails'].outputs.result}}"}]}${say}`);
  expect(played.phase).toBe("Error");
  const either = played.nodes.find(({ name }) => name.endsWith(".either"));
  expect(either?.message).toBe(
    "failed to evaluate expression: tasks.tails.outputs.result is missing: the workflow would hang for ever",
  );
});

test("an unquoted n is not a name", async () => {
  const promise = play(`
  - name: main
    inputs: {parameters: [{name: n}]}
    dag: {tasks: []}`);
  await expect(promise).rejects.toThrow("expected string, received boolean");
});

test("fails on a control character, which Go does not escape as JSON", async () => {
  const played = await play(`
  - name: main
    dag:
      tasks:
      - {name: bell, template: say, arguments: {parameters: [{name: text, value: "\\a"}]}}${say}`);
  expect(played.phase).toBe("Error");
  expect(played.nodes[0]?.message).toContain("the result was invalid JSON");
});

test("aggregates texts as texts, and lists as lists", async () => {
  const played = await play(`
  - name: main
    outputs:
      parameters:
      - {name: number, valueFrom: {parameter: "{{tasks.each.outputs.parameters.number}}"}}
      - {name: list, valueFrom: {parameter: "{{tasks.each.outputs.parameters.list}}"}}
    dag:
      tasks:
      - {name: each, template: write, withItems: [1, 2], arguments: {parameters: [{name: number, value: "{{item}}"}]}}
  - name: write
    inputs: {parameters: [{name: number}]}
    outputs: {parameters: [{name: number, valueFrom: {path: /tmp/argo/outputs/number}}, {name: list, valueFrom: {path: /tmp/argo/outputs/list}}]}
    script:
      command: [sh]
      source: |
        mkdir -p tmp/argo/outputs && cd tmp/argo/outputs && echo {{inputs.parameters.number}} > number && echo '[{{inputs.parameters.number}}]' > list`);
  expect(played.parameters).toEqual({ number: '["1","2"]', list: "[[1],[2]]" });
});

test("retries exit code 75 up to the limit, and never retries 65", { timeout: 30_000 }, async () => {
  const attempts = async (set: Record<string, string>): Promise<(string | undefined)[]> => {
    const { played } = await playCompiled({ workflow: retries, set }, program, tempDir());
    return played.nodes.filter(({ type }) => type === "Pod").map(({ message = "succeeded" }) => message);
  };
  const notYet = "Error (exit code 75): flaky: not yet";
  expect(await attempts({ failures: "2" })).toEqual([notYet, notYet, "succeeded"]);
  expect(await attempts({ failures: "9" })).toEqual([notYet, notYet, notYet]);
  expect(await attempts({ failures: "1", lasting: "true" })).toEqual(["Error (exit code 65): flaky: never"]);
});

test("a failure does not keep independent tasks from starting", { timeout: 30_000 }, async () => {
  const { played } = await playCompiled({ workflow: continues }, program, tempDir());
  expect(played.phase).toBe("Failed");
  expect(phases(played)).toMatchObject({
    flaky: "Failed",
    say: "Succeeded",
    "needs-flaky": "Omitted",
    tell: "Succeeded",
  });
});
