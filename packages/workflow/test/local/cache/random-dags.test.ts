import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import * as z from "zod";
import type { Workflow } from "../../../src/definition/graph.js";
import { omitUndefined } from "../../../src/definition/omit-undefined.js";
import type { ArtifactRef } from "../../../src/definition/reference.js";
import type { Step } from "../../../src/definition/step.js";
import {
  artifact,
  artifactList,
  defineStep,
  defineWorkflow,
  optional,
  parameter,
  text,
} from "../../../src/index.js";
import { allTasks } from "../../../src/local/all-tasks.js";
import { sha256Of } from "../../../src/local/cache/task-key.js";
import type { RunRecord, StepCode } from "../../../src/local/run-record.js";
import { runWorkflow } from "../../../src/local/run-workflow.js";
import { tempDir } from "../../temp-dir.js";

/** How many DAGs: `CACHE_DAGS=10000` for a thorough run. */
const numRuns = Number(process.env.CACHE_DAGS ?? 300);

/** A step of a random DAG. Its code is its variant and what it computes of its inputs. */
interface Node {
  /** Of its earlier nodes, which it reads; each number is taken modulo their count. */
  readonly reads: readonly [number, number];
  readonly variant: number;
  /** The number of different outputs: with few, a changed input often changes no output. */
  readonly modulus: number;
  readonly isMapped: boolean;
  readonly value: number;
}

type Edit =
  | { readonly kind: "code" | "value"; readonly node: number; readonly to: number }
  | { readonly kind: "comment" }
  | { readonly kind: "flip" | "remove"; readonly run: number; readonly task: number };

const node: fc.Arbitrary<Node> = fc.record({
  reads: fc.tuple(fc.nat(9), fc.nat(9)),
  variant: fc.nat(3),
  modulus: fc.constantFrom(1, 2, 1000),
  isMapped: fc.boolean(),
  value: fc.nat(3),
});
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constantFrom("code", "value"), node: fc.nat(9), to: fc.nat(3) }),
  fc.record({ kind: fc.constant("comment") }),
  fc.record({ kind: fc.constantFrom("flip", "remove"), run: fc.nat(9), task: fc.nat(9) }),
);

// In memory, if possible: there are many small files, each of which is flushed to the disk.
const folder = existsSync("/dev/shm") ? mkdtempSync("/dev/shm/tiphys-dags-") : tempDir();
afterAll(() => rmSync(folder, { recursive: true, force: true }));
// Without git, whose state of this repository each run would ask for.
beforeAll(() => void vi.stubEnv("PATH", ""));

/** The workflow of these nodes, and the code of each of its steps. */
function workflowOf(nodes: readonly Node[]): {
  workflow: Workflow;
  codeOf(step: Step): StepCode | undefined;
} {
  const codes = new Map<string, StepCode>();
  const steps = nodes.map(({ variant, modulus }, i) => {
    const name = `step-${i}`;
    codes.set(name, { sha256: sha256Of([variant, modulus]), files: {}, packages: {} });
    return defineStep({
      name,
      inputs: {
        value: parameter(z.int()),
        one: optional(artifact(text)),
        many: optional(artifactList(text)),
      },
      outputs: { sum: parameter(z.int()), file: artifact(text) },
      run({ value, one = "1", many = [] }) {
        const read = [one, ...many].reduce((all, file) => all * 3 + Number(file), 0);
        const sum = (value + variant * 7 + read) % modulus;
        return { sum, file: String(sum) };
      },
    });
  });
  const workflow = defineWorkflow({
    name: "random",
    build(dag) {
      const ones: ArtifactRef<string>[] = [];
      const lists: ArtifactRef<readonly string[]>[] = [];
      for (const [
        i,
        {
          reads: [first, second],
          isMapped,
          value,
        },
      ] of nodes.entries()) {
        const step = steps[i];
        if (step === undefined) continue;
        const read = {
          ...omitUndefined({ one: ones[first % Math.max(1, ones.length)] }),
          ...omitUndefined({ many: lists[second % Math.max(1, lists.length)] }),
        };
        const name = `task-${i}`;
        if (!isMapped) ones.push(dag.task(step, { value, ...read }, { name }).file);
        else
          lists.push(dag.map(step, [value, value + 1], (each) => ({ value: each, ...read }), { name }).file);
      }
    },
  });
  return { workflow, codeOf: ({ name }) => codes.get(name) };
}

/** The bytes of all files that the steps of a run wrote, as they are on the disk, by task. */
function bytesOf({ tasks }: RunRecord): Record<string, string> {
  return Object.fromEntries(
    allTasks(tasks)
      .filter(({ kind }) => kind === "step")
      .map(({ id, outputs }) => [
        id,
        Object.values(outputs?.artifacts ?? {})
          .flat()
          .map(({ path }) => readFileSync(path, "utf8"))
          .concat(JSON.stringify(outputs?.parameters))
          .join("|"),
      ]),
  );
}

test(
  `cached and uncached runs of random DAGs end with equal bytes, whatever is edited (${numRuns})`,
  async () => {
    let [taken, executed] = [0, 0];
    const property = fc.asyncProperty(
      fc.array(node, { minLength: 1, maxLength: 4 }),
      fc.array(edit, { minLength: 1, maxLength: 2 }),
      async (first, edits) => {
        const runs = join(folder, `dag-${taken + executed}`);
        const nodes = [...first];
        const records: RunRecord[] = [];
        const runCached = async (): Promise<RunRecord> => {
          const { workflow, codeOf } = workflowOf(nodes);
          const record = await runWorkflow(workflow, { runs, parallelism: 2, cache: { codeOf } });
          for (const { kind, cached } of allTasks(record.tasks)) {
            if (kind === "step" && cached !== undefined) taken++;
            else if (kind === "step") executed++;
          }
          return record;
        };
        records.push(await runCached());
        for (const each of edits) {
          apply(each, nodes, records);
          records.push(await runCached());
        }
        const { workflow } = workflowOf(nodes);
        const uncached = await runWorkflow(workflow, { runs: join(runs, "uncached") });
        const last = records.at(-1);
        expect(last?.phase).toBe("Succeeded");
        expect(last && bytesOf(last)).toEqual(bytesOf(uncached));
        rmSync(runs, { recursive: true, force: true });
      },
    );
    await fc.assert(property, { seed: 16, numRuns });
    // Otherwise the test would say little of the cache.
    expect(taken).toBeGreaterThan(executed / 3);
  },
  numRuns * 1000,
);

function apply(change: Edit, nodes: Node[], records: RunRecord[]): void {
  if (change.kind === "comment") return;
  if ("node" in change) {
    const index = change.node % nodes.length;
    const old = nodes[index];
    if (old === undefined) return;
    nodes[index] = change.kind === "code" ? { ...old, variant: change.to } : { ...old, value: change.to };
    return;
  }
  const record = records[change.run % records.length];
  if (record === undefined) return;
  if (change.kind === "remove") {
    rmSync(record.directory, { recursive: true, force: true });
    return;
  }
  const files = allTasks(record.tasks)
    .filter(({ kind }) => kind === "step")
    .flatMap(({ outputs }) => Object.values(outputs?.artifacts ?? {}).flat());
  const file = files[change.task % Math.max(1, files.length)];
  if (file === undefined) return;
  try {
    const bytes = readFileSync(file.path);
    bytes[0] = (bytes[0] ?? 0) ^ 1;
    writeFileSync(file.path, bytes);
  } catch {
    // Its run was removed.
  }
}
