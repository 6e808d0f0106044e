import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { didYouMean } from "@tiphys/argo-lint/text";
import { UsageError, UserError } from "../definition/errors.js";
import type { Graph, Task, Workflow } from "../definition/graph.js";
import { decodeParameter } from "../definition/parameter-text.js";
import type { AnyValue, Inputs, InputValues, Outputs, OutputValues } from "../definition/port.js";
import type { Step, StepContext } from "../definition/step.js";
import { tasksWithin } from "./log-files.js";
import type { Phase, RunRecord } from "./run-record.js";
import { failedLeaves, type RunOptions, runWorkflow } from "./run-workflow.js";

/** Takes the place of the function of a task's step. {@link mockStep} gives it the step's types. */
export type Mock = (inputs: never, context: StepContext) => object | Promise<object>;

/** A mock with the types of a step: `mockStep(train, ({ xTrain }) => ({ model }))`. */
export function mockStep<I extends Inputs, O extends Outputs>(
  _step: Step<I, O>,
  run: (inputs: InputValues<I>, context: StepContext) => OutputValues<O> | Promise<OutputValues<O>>,
): Mock {
  return run;
}

/** The options of {@link testWorkflow}. */
export interface TestOptions<I extends Inputs> extends Pick<RunOptions, "set" | "root" | "approver"> {
  /** Values of parameters. */
  readonly parameters?: Partial<InputValues<I>>;
  /** Mocks by the names of tasks, also of tasks inside of nested workflows. Their values pass through the step's codecs. */
  readonly mocks?: Readonly<Record<string, Mock>>;
}

/** What a workflow gave in a test. */
export interface TestedWorkflow<O extends Outputs> {
  /** The values of the workflow's outputs, read through their codecs. */
  readonly outputs: OutputValues<O>;
  /** The phase of each task by its id: `train`, `train/0`, `nested/train`. */
  readonly phases: Readonly<Record<string, Phase>>;
}

/**
 * Runs a whole workflow in this process, with some steps replaced, and leaves no files behind. An output that is a file on disk
 * is gone when it returns.
 * @throws {UsageError} if there is no task of a mock's name, or an input is invalid
 * @throws {UserError} naming the task, if the workflow does not succeed
 */
export async function testWorkflow<I extends Inputs, O extends Outputs>(
  workflow: Workflow<I, O>,
  { mocks = {}, parameters = {}, ...options }: TestOptions<I> = {},
): Promise<TestedWorkflow<O>> {
  const used = new Set<string>();
  const graph = withMocks(workflow.graph, mocks, used);
  const mocked: Workflow = {
    ...workflow,
    graph,
    ...(workflow.exit === undefined ? {} : { exit: withMocks(workflow.exit, mocks, used) }),
  };
  const unknown = Object.keys(mocks).find((name) => !used.has(name));
  if (unknown !== undefined) {
    const names = [...graph.tasks.keys()];
    throw new UsageError(
      `${workflow.name} has no task "${unknown}" to mock.${didYouMean(unknown, names) || ` It has ${names.join(", ")}.`}`,
    );
  }
  const runs = mkdtempSync(join(tmpdir(), "tiphys-test-workflow-"));
  try {
    const record = await runWorkflow(mocked, { ...options, parameters: { ...parameters }, runs });
    if (record.phase !== "Succeeded") throw failureOf(record);
    const phases = Object.fromEntries(tasksWithin(record).map(({ id, phase }) => [id, phase]));
    // Each value was decoded by the codec or schema of its own port.
    return { outputs: (await outputsOf(workflow, record)) as OutputValues<O>, phases };
  } finally {
    rmSync(runs, { recursive: true, force: true });
  }
}

/** A graph whose tasks of these names run the mocks. */
function withMocks(graph: Graph, mocks: Readonly<Record<string, Mock>>, used: Set<string>): Graph {
  const replaced = (task: Task): Task => {
    if (task.kind === "approve") return task;
    const { template } = task;
    if (template.kind === "workflow")
      return { ...task, template: { ...template, graph: withMocks(template.graph, mocks, used) } };
    const mock = Object.hasOwn(mocks, task.name) ? mocks[task.name] : undefined;
    if (mock === undefined) return task;
    used.add(task.name);
    const { implementation: _, ...step } = template;
    // The mock's inputs are those of the step that it replaces; the types of a task do not say which they are.
    return { ...task, template: { ...step, run: mock as Step["run"] } };
  };
  return { ...graph, tasks: new Map([...graph.tasks].map(([name, task]) => [name, replaced(task)])) };
}

function failureOf(record: RunRecord): Error {
  const [failed] = failedLeaves([...record.tasks, ...(record.exit ?? [])]);
  const message = failed?.message ?? record.message ?? "";
  const where = failed?.at === undefined ? "" : ` (at ${failed.at})`;
  return new UserError(
    `${failed?.id ?? record.workflow}: ${message || `it ended as ${record.phase}`}${where}`,
  );
}

async function outputsOf(workflow: Workflow, record: RunRecord): Promise<Record<string, AnyValue>> {
  const { parameters = {}, artifacts = {} } = record.outputs ?? {};
  const values: Record<string, AnyValue> = {};
  for (const [name, port] of Object.entries(workflow.outputs)) {
    const text = parameters[name];
    const found = artifacts[name];
    if (port.kind === "parameter") {
      if (text !== undefined) values[name] = decodeParameter(`output "${name}"`, port.schema, text);
    } else if (found !== undefined) {
      const read = ({ path }: { readonly path: string }) =>
        port.codec.decode(resolve(record.directory, path));
      values[name] = Array.isArray(found) ? await Promise.all(found.map(read)) : await read(found);
    }
  }
  return values;
}
