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
  /** The answers of a person, by the names of the approve tasks. */
  readonly answers?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Whether tasks share pods in the compiled manifest. */
  readonly fuse?: boolean;
  /** Whether tasks output digests, of which the keys of other tasks are made. */
  readonly memoize?: boolean;
}

/** The outcome of a run, in a form that is equal for a local and a played run. */
export interface Outcome {
  readonly phase: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Content by artifact; for a directory, by file. */
  readonly artifacts: Readonly<Record<string, unknown>>;
  /** The outputs of the tasks of the exit handler. */
  readonly exit: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Runs a workflow with the local runner. */
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

/** The value of a field that is left unchanged in the prompt on a terminal. */
function defaultsOf({ fields }: ApproveTask): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, { schema, need, default: value }]) =>
      need === "defaulted" ? [[name, encodeParameter(name, schema, value)]] : [],
    ),
  );
}

/** Compiles a workflow and plays it from its YAML alone. */
export async function playCompiled(
  { workflow, set = {}, answers = {}, fuse = false, memoize = false }: Case,
  program: string,
  folder: string,
): Promise<{ played: Played; outcome: Outcome; bucket: string }> {
  const bucket = join(folder, "bucket");
  const inputs = Object.values(workflow.inputs).flatMap((port) =>
    port.kind === "artifact" && port.origin !== undefined ? [port.origin] : [],
  );
  for (const { path = "", key } of inputs) putObject(bucket, key, join(folder, path));
  const options = {
    image: "localhost/fixture:1",
    set,
    fuse,
    ...(memoize ? { memoize: { codeDigest: () => "code" } } : {}),
  };
  const yaml = toYaml(compileManifests(workflow, options));
  const played = await playWorkflow({
    yaml,
    program: [process.execPath, program],
    bucket,
    scratch: join(folder, "scratch"),
    resume: Object.fromEntries(Object.entries(answers).map(([task, values]) => [task, [values]])),
  });
  // If an exit handler reads outputs, the entrypoint is a wrapper of the workflow's template.
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

/** Argo writes a list of lists, the local runner a list of texts: both are normalized. */
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
