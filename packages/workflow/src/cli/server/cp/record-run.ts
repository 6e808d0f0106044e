import { existsSync } from "node:fs";
import { relative } from "node:path";
import type { ServerWorkflow, WorkflowNode } from "../../../argo/client/index.js";
import { omitUndefined } from "../../../definition/omit-undefined.js";
import { aggregateTexts } from "../../../definition/parameter-text.js";
import type { ValueSource } from "../../../definition/value-source.js";
import { listFolder } from "../../../execution/read-inputs.js";
import { digest, digestAll } from "../../../files/digest.js";
import type { RecordedValues, RunRecord } from "../../../local/run-record.js";
import { joinSafe, placeBelow, type SafePath, safePath } from "../../../storage/folder-transfer/safe-path.js";
import type { FoundTask } from "../find-tasks.js";
import { parameterFiles, writeParameterFiles } from "./parameter-files.js";
import { fileName, ownPath, type PlannedCopy } from "./planned-copy.js";

type Recorded = RecordedValues["artifacts"][string];

/** Completes a copied run: writes output parameters as files, and adds artifacts to each task's record. */
export class RunFiles {
  readonly #directory: string;
  readonly #copies: readonly PlannedCopy[];

  /** @param copies all artifacts of the run, even those not copied */
  constructor(directory: string, copies: readonly PlannedCopy[]) {
    this.#directory = directory;
    this.#copies = copies;
  }

  /** Fills in the records of tasks and of the tasks inside of them. */
  async fillIn(tasks: readonly FoundTask[]): Promise<void> {
    for (const found of tasks) {
      await this.fillIn(found.children);
      await this.#fillInOne(found);
      if (found.children.length > 0) found.record.children = found.children.map(({ record }) => record);
    }
  }

  /** The value of a source among tasks that are filled in. */
  valueOf(source: ValueSource, tasks: readonly FoundTask[], inputs: RecordedValues): Values {
    if (source.from === "input") return valueNamed(inputs, source.name);
    if (source.from === "firstOf") {
      for (const alternative of source.alternatives) {
        const value = this.valueOf(alternative, tasks, inputs);
        if (value.parameter !== undefined || value.artifact !== undefined) return value;
      }
    }
    if (source.from !== "task") return {};
    const outputs = tasks.find(({ task }) => task.name === source.task)?.record.outputs;
    return outputs === undefined ? {} : valueNamed(outputs, source.output);
  }

  /** The record of a copied file or folder; undefined if it was not copied. */
  async recorded(path: SafePath, isList: boolean): Promise<Recorded | undefined> {
    const full = placeBelow(this.#directory, path);
    if (!existsSync(full)) return undefined;
    const shorten = <T extends { readonly path: string }>(found: T): T => ({
      ...found,
      path: relative(this.#directory, found.path),
    });
    return isList ? (await digestAll(listFolder(full))).map(shorten) : shorten(await digest(full));
  }

  async #fillInOne(found: FoundTask): Promise<void> {
    const { task, record, node, children } = found;
    if (task.kind === "approve" || node === undefined) return;
    const { template } = task;
    if (record.kind === "map") {
      record.outputs = collected(children, Object.keys(template.outputs));
      return;
    }
    if (record.kind === "repeat") {
      const last = children.at(-1)?.record.outputs;
      if (record.phase === "Succeeded" && last !== undefined) record.outputs = last;
      return;
    }
    if (template.kind === "workflow") {
      const inputs = record.inputs ?? { parameters: {}, artifacts: {} };
      record.outputs = outputsOf(template.graph.outputs, (source) => this.valueOf(source, children, inputs));
      return;
    }
    for (const [name, port] of Object.entries(template.outputs)) {
      if (port.kind === "parameter" || record.outputs === undefined) continue;
      const value = await this.recorded(ownPath(record.id, fileName(name, port)), port.list);
      if (value !== undefined) record.outputs.artifacts[name] = value;
    }
    for (const [name, port] of Object.entries(template.inputs)) {
      if (port.kind === "parameter" || record.inputs === undefined) continue;
      const value = await this.#inputOf(node, name, port.list);
      if (value !== undefined) record.inputs.artifacts[name] = value;
    }
    const id = safePath(record.id, "The task");
    writeParameterFiles(this.#directory, parameterFiles(id, record.outputs?.parameters ?? {}));
    if (record.phase !== "Succeeded" && isEmpty(record.outputs)) record.outputs = undefined;
  }

  /** The record of an input artifact of a node, found among the copies by its key. */
  async #inputOf(node: WorkflowNode, name: string, isList: boolean): Promise<Recorded | undefined> {
    const key = node.inputs?.artifacts?.find((artifact) => artifact.name === name)?.s3?.key;
    if (key === undefined) return undefined;
    const same = this.#copies.find((copy) => copy.key === key);
    if (same !== undefined) return this.recorded(same.path, isList);
    if (!isList) return this.#itemOfList(key);
    // Iterations of a map store their artifacts below one key: 0.json, 1.json, …
    const items = this.#copies
      .filter((copy) => copy.key?.startsWith(`${key}/`))
      .sort((a, b) => numberOf(a) - numberOf(b));
    const found = await Promise.all(items.map(({ path }) => this.recorded(path, false)));
    return items.length === 0 || found.includes(undefined)
      ? undefined
      : found.flatMap((value) => value ?? []);
  }

  /** One artifact of a list that a step output as a folder. */
  async #itemOfList(key: string): Promise<Recorded | undefined> {
    const list = this.#copies.find((copy) => copy.key !== undefined && key.startsWith(`${copy.key}/`));
    if (list?.key === undefined) return undefined;
    const item = safePath(key.slice(list.key.length + 1), "The item");
    return this.recorded(joinSafe(list.path, item), false);
  }
}

interface Values {
  readonly parameter?: string;
  readonly artifact?: Recorded;
}

function valueNamed({ parameters, artifacts }: RecordedValues, name: string): Values {
  const parameter = parameters[name];
  const artifact = artifacts[name];
  return {
    ...omitUndefined({ parameter, artifact }),
  };
}

function isEmpty(values: RecordedValues | undefined): boolean {
  return values === undefined || Object.keys({ ...values.parameters, ...values.artifacts }).length === 0;
}

/** The outputs of a graph that have a value. */
export function outputsOf(
  outputs: Readonly<Record<string, { readonly source: ValueSource }>>,
  read: (source: ValueSource) => Values,
): RecordedValues {
  const recorded: RecordedValues = { parameters: {}, artifacts: {} };
  for (const [name, { source }] of Object.entries(outputs)) {
    const { parameter, artifact } = read(source);
    if (parameter !== undefined) recorded.parameters[name] = parameter;
    if (artifact !== undefined) recorded.artifacts[name] = artifact;
  }
  return recorded;
}

/** A map's outputs: a list for each output of its iterations, if all of them have it. */
function collected(children: readonly FoundTask[], names: readonly string[]): RecordedValues {
  const recorded: RecordedValues = { parameters: {}, artifacts: {} };
  for (const name of names) {
    const values = children.flatMap(({ record }) =>
      record.outputs ? [valueNamed(record.outputs, name)] : [],
    );
    const texts = values.flatMap(({ parameter }) => parameter ?? []);
    const artifacts = values.flatMap(({ artifact }) => artifact ?? []);
    if (texts.length > 0 && texts.length === children.length)
      recorded.parameters[name] = aggregateTexts(texts);
    if (artifacts.length > 0 && artifacts.length === children.length) recorded.artifacts[name] = artifacts;
  }
  return recorded;
}

function numberOf({ key = "" }: PlannedCopy): number {
  return Number.parseInt(key.slice(key.lastIndexOf("/") + 1), 10);
}

/** The record of a run without its tasks. */
export function recordOf(found: ServerWorkflow, workflow: string, directory: string): RunRecord {
  const { metadata, status } = found;
  return {
    formatVersion: 1,
    run: metadata.name,
    workflow,
    phase: status?.phase || "Pending",
    ...(status?.message ? { message: status.message } : {}),
    startedAt: status?.startedAt ?? metadata.creationTimestamp ?? "",
    ...(typeof status?.finishedAt === "string" ? { finishedAt: status.finishedAt } : {}),
    pid: process.pid,
    directory,
    inputs: { parameters: {}, artifacts: {} },
    // The program in the pods' image is not known here.
    code: { node: "unknown", platform: "argo" },
    tasks: [],
  };
}
