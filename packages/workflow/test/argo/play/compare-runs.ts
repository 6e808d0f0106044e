import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { compileManifests, toYaml } from "../../../src/argo/index.js";
import type { ApproveTask, Workflow } from "../../../src/definition/graph.js";
import { encodeParameter } from "../../../src/definition/parameter-text.js";
import { inProcessExecutor } from "../../../src/local/executors/in-process.js";
import type { RunRecord } from "../../../src/local/run-record.js";
import { runWorkflow } from "../../../src/local/run-workflow.js";
import { putObject } from "./bucket.js";
import { type Played, playWorkflow } from "./play-workflow.js";

export interface Case {
  readonly workflow: Workflow;
  /** Texts of parameters. */
  readonly set?: Readonly<Record<string, string>>;
  /** What a person answers to approve tasks, by their names. */
  readonly answers?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** What a run of a workflow comes to, in a form in which a local and a played run are equal. */
export interface Outcome {
  readonly phase: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Bytes by artifact, of a directory by file. */
  readonly artifacts: Readonly<Record<string, unknown>>;
  /** What the tasks of the exit handler put out. */
  readonly exit: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Runs a workflow by the local runner. */
export async function runLocally(
  { workflow, set = {}, answers = {} }: Case,
  folder: string,
): Promise<{ record: RunRecord; outcome: Outcome }> {
  const record = await runWorkflow(workflow, {
    runs: join(folder, "runs"),
    root: folder,
    set,
    executor: inProcessExecutor(),
    approver: async ({ task }) => {
      const given = answers[task.name];
      return given && { ...defaultsOf(task), ...given };
    },
  });
  const artifacts = Object.entries(record.outputs?.artifacts ?? {}).map(
    ([name, artifact]): [string, unknown] => [
      name,
      Array.isArray(artifact) ? artifact.map(({ path }) => bytesOf(path)) : bytesOf(artifact.path),
    ],
  );
  const succeeded = record.phase === "Succeeded";
  return {
    record,
    outcome: {
      phase: record.phase,
      parameters: succeeded ? readable(record.outputs?.parameters ?? {}) : {},
      artifacts: succeeded ? Object.fromEntries(artifacts) : {},
      exit: Object.fromEntries(
        (record.exit ?? []).map((task) => [task.name, readable(task.outputs?.parameters ?? {})]),
      ),
    },
  };
}

/** What the prompt on a terminal gives where a field is left as it is. */
function defaultsOf({ fields }: ApproveTask): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, { schema, need, default: value }]) =>
      need === "defaulted" ? [[name, encodeParameter(name, schema, value)]] : [],
    ),
  );
}

/** Compiles a workflow, and plays Argo on nothing but its YAML. */
export async function playCompiled(
  { workflow, set = {}, answers = {} }: Case,
  program: string,
  folder: string,
): Promise<{ played: Played; outcome: Outcome; bucket: string }> {
  const bucket = join(folder, "bucket");
  const inputs = Object.values(workflow.inputs).flatMap((port) =>
    port.kind === "artifact" && port.origin !== undefined ? [port.origin] : [],
  );
  for (const { path, key } of inputs) putObject(bucket, key, join(folder, path));
  const yaml = toYaml(compileManifests(workflow, { image: "localhost/fixture:1", set }));
  const played = await playWorkflow({
    yaml,
    program: [process.execPath, program],
    bucket,
    scratch: join(folder, "scratch"),
    resume: Object.fromEntries(Object.entries(answers).map(([task, values]) => [task, [values]])),
  });
  // Where an exit handler reads outputs, the entrypoint is another template around the workflow's own.
  const main = played.nodes.find(
    ({ type, template }) => type === "DAG" && template === workflow.name,
  )?.outputs;
  const artifacts = [...(main?.artifacts ?? [])].map(([name, { s3 }]) => [
    name,
    bytesOf(join(bucket, s3?.key ?? "")),
  ]);
  const parameters = [...(main?.parameters ?? [])].filter(([name]) => name in workflow.outputs);
  const ofExit = `${played.name}.onExit.`;
  const exit = played.nodes.filter(({ name }) => name.startsWith(ofExit));
  return {
    played,
    bucket,
    outcome: {
      phase: played.phase === "Error" ? "Failed" : played.phase,
      parameters: played.phase === "Succeeded" ? readable(Object.fromEntries(parameters)) : {},
      artifacts: played.phase === "Succeeded" ? Object.fromEntries(artifacts) : {},
      exit: Object.fromEntries(
        exit.map(({ name, outputs }) => [
          name.slice(ofExit.length),
          readable(Object.fromEntries(outputs?.parameters ?? [])),
        ]),
      ),
    },
  };
}

/** The content of a file, or of all files of a directory by name. */
export function bytesOf(path: string): unknown {
  if (!statSync(path).isDirectory()) return readFileSync(path).toString("base64");
  return Object.fromEntries(readdirSync(path).map((name) => [name, bytesOf(join(path, name))]));
}

/** Argo writes a list of lists as one, the local runner as a list of texts: both are read alike. */
function readable(texts: Readonly<Record<string, string>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, decoded(text)]));
}

function decoded(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(decoded);
  if (typeof value !== "string" || !/^[[{\d-]/.test(value)) return value;
  try {
    return decoded(JSON.parse(value));
  } catch {
    return value;
  }
}
