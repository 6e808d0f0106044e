import { existsSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { didYouMean } from "@tiphys/argo-lint/text";
import { ContractError, UsageError } from "../definition/errors.js";
import type { Workflow } from "../definition/graph.js";
import { omitUndefined } from "../definition/omit-undefined.js";
import { checkParameterText, encodeParameter } from "../definition/parameter-text.js";
import type { Origin, OriginInRuns, Port } from "../definition/port.js";
import { listFolder } from "../execution/read-inputs.js";
import { findNewestOutput } from "./newest-output.js";
import type { ArtifactFile, TaskValue } from "./task-value.js";

/** The inputs of a run, as the caller sets them. */
export interface GivenInputs {
  /** Values of parameters. */
  readonly parameters?: Readonly<Record<string, unknown>>;
  /** Parameters as texts and artifacts as paths, as in `--set name=value`. */
  readonly set?: Readonly<Record<string, string>>;
  /** The base of relative default paths. Default: the current directory. */
  readonly root?: string;
  /** The base of relative paths in `set`. Default: `root`. */
  readonly cwd?: string;
  /** The directory of all runs, in which a run creates its own and finds outputs of earlier ones. Default: "runs". */
  readonly runs?: string;
  /** Addresses from which files in `set` were downloaded, by the artifact's name. */
  readonly sources?: Readonly<Record<string, string>>;
}

/**
 * The inputs of a workflow: the given ones, and defaults for all others.
 * @param digest computes size and SHA-256 of an artifact
 * @throws {UsageError} naming the input, what was found and what is allowed
 */
export async function workflowInputs(
  workflow: Workflow,
  given: GivenInputs,
  digest: (path: string) => Promise<ArtifactFile>,
): Promise<Record<string, TaskValue>> {
  const { parameters = {}, set = {} } = given;
  const names = Object.keys(workflow.inputs);
  const values: Record<string, TaskValue> = {};
  const misplaced = Object.keys(parameters).find((name) => workflow.inputs[name]?.kind === "artifact");
  if (misplaced !== undefined)
    throw new UsageError(
      `${workflow.name}: "${misplaced}" is an artifact. Set its path with the option "set".`,
    );
  const unknown = [...Object.keys(parameters), ...Object.keys(set)].find((name) => !names.includes(name));
  if (unknown !== undefined) {
    const known = names.length === 0 ? "It has none." : `It has ${names.join(", ")}.`;
    throw new UsageError(
      `${workflow.name} has no parameter or artifact "${unknown}".${didYouMean(unknown, names) || ` ${known}`}`,
    );
  }
  for (const [name, port] of Object.entries(workflow.inputs)) {
    const value =
      port.kind === "parameter"
        ? parameterValue(name, port, parameters[name], set[name])
        : await artifactValue(name, port, given, digest);
    if (value !== undefined) values[name] = value;
  }
  return values;
}

function parameterValue(
  name: string,
  port: Port & { readonly kind: "parameter" },
  value: unknown,
  text: string | undefined,
): TaskValue | undefined {
  const where = `parameter "${name}"`;
  try {
    if (text !== undefined) return store(checkParameterText(where, port.schema, text));
    if (value !== undefined) return store(encodeParameter(where, port.schema, value));
    if (port.need === "defaulted") return store(encodeParameter(where, port.schema, port.default));
  } catch (error) {
    if (error instanceof ContractError) throw new UsageError(error.message, { cause: error });
    throw error;
  }
  if (port.need === "optional") return undefined;
  throw new UsageError(`${where} has no default. Give it a value: --set ${name}=…`);
}

function store(text: string): TaskValue {
  return { kind: "parameter", text };
}

/**
 * The value of an artifact input; undefined if it is optional and not set.
 * @throws {UsageError} naming the artifact and how to set it
 */
export async function artifactValue(
  name: string,
  port: Port & { readonly kind: "artifact" },
  given: GivenInputs,
  digest: (path: string) => Promise<ArtifactFile>,
): Promise<TaskValue | undefined> {
  const { root = process.cwd(), cwd = root } = given;
  const chosen = given.set?.[name];
  const source = given.sources?.[name];
  const [, scheme] = /^([a-z][a-z0-9+.-]+):\/\//i.exec(chosen ?? "") ?? [];
  if (scheme !== undefined) {
    // Not the address itself, which may contain a password or a signature.
    throw new UsageError(
      `artifact "${name}": found an address that begins with ${scheme}://. Expected a path, or s3://BUCKET/KEY on the command line.`,
    );
  }
  const path =
    chosen === undefined ? port.origin && originPath(name, port.origin, given) : resolve(cwd, chosen);
  if (path === undefined) {
    if (port.need === "optional") return undefined;
    throw new UsageError(`artifact "${name}" has no default. Give it a file: --set ${name}=PATH`);
  }
  if (!existsSync(path)) {
    throw new UsageError(`artifact "${name}": ${path} does not exist. Name another: --set ${name}=PATH`);
  }
  return storedFile(name, port, chosen === undefined ? path : withoutLinks(path), source, digest);
}

/**
 * The default path of an artifact on this machine.
 * @throws {UsageError} if it is an output of earlier runs, and there is none
 */
export function originPath(
  name: string,
  origin: Origin | OriginInRuns,
  { root = process.cwd(), runs = "runs" }: Pick<GivenInputs, "root" | "runs">,
): string {
  if (origin.path !== undefined) return resolve(root, origin.path);
  const found = findNewestOutput(resolve(runs), origin);
  if (found !== undefined) return found;
  throw new UsageError(
    `artifact "${name}": ${resolve(runs)} has no succeeded run of ${origin.workflow} with the output "${origin.output}". ` +
      `Run it first: npx --no tiphys run ${origin.workflow}. Or name a file: --set ${name}=PATH`,
  );
}

/** Resolves links, because `runs/latest` will point to the new run. A file keeps the given name, even if that is a link. */
function withoutLinks(path: string): string {
  return statSync(path).isDirectory()
    ? realpathSync(path)
    : join(realpathSync(dirname(path)), basename(path));
}

async function storedFile(
  name: string,
  port: Port & { readonly kind: "artifact" },
  path: string,
  source: string | undefined,
  digest: (path: string) => Promise<ArtifactFile>,
): Promise<TaskValue> {
  if (!port.list) {
    if (port.codec.extension !== "" && !statSync(path).isFile()) {
      throw new UsageError(`artifact "${name}": ${path} is not a file. Name another: --set ${name}=PATH`);
    }
    return {
      kind: "artifact",
      artifact: { ...(await digest(path)), ...omitUndefined({ source }) },
    };
  }
  if (!statSync(path).isDirectory()) {
    throw new UsageError(
      `artifact "${name}": ${path} is not a directory. Expected one with 0.${port.codec.extension}, 1.${port.codec.extension}, …`,
    );
  }
  const artifacts: ArtifactFile[] = [];
  for (const file of listFolder(path)) artifacts.push(await digest(file));
  return { kind: "list", artifacts };
}
