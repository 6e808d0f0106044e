import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { didYouMean } from "@tiphys/argo-lint/text";
import { ContractError, UsageError } from "../../definition/errors.js";
import type { Workflow } from "../../definition/graph.js";
import { isRawText } from "../../definition/parameter-schema.js";
import { encodeParameter } from "../../definition/parameter-text.js";
import { isS3Address } from "../../storage/s3-address.js";
import { callersDirectory, projectRoot, shortPath } from "../project/project-root.js";
import type { FileEntry } from "./read-parameter-file.js";

/** The file in the project's directory that `run` reads without being told. */
const defaultParameterFile = "params.yaml";

/** What parameter files set. */
interface FileParameters {
  /** As with `--set`: texts of parameters and paths of artifacts. */
  readonly set: Readonly<Record<string, string>>;
  /** The files from which something is set, with the names: `params.yaml (C, testSize)`. */
  readonly used: readonly string[];
}

/** Which files are read, and what they may set. */
interface FileParametersOptions {
  /** Paths relative to the caller's directory. */
  readonly files: readonly string[];
  /** The project's workflows. Undefined: `params.yaml` in the project's directory is not read. */
  readonly workflows?: readonly Workflow[];
  /** Whether artifacts may be set to paths. In a manifest they have keys. */
  readonly artifacts: boolean;
}

/**
 * What `params.yaml` in the project's directory and other files set; of a name that several files set, the last one's value.
 * In `params.yaml` a name may also belong to another workflow of the project.
 * @throws {UsageError} naming file and line, if a name is unknown or a value does not fit
 */
export async function fileParameters(
  workflow: Workflow,
  { files, workflows, artifacts }: FileParametersOptions,
): Promise<FileParameters> {
  const own = join(projectRoot(), defaultParameterFile);
  const isRead = workflows !== undefined && existsSync(own);
  if (!isRead && files.length === 0) return { set: {}, used: [] };
  const { readParameterFile } = await import("./read-parameter-file.js");
  const set: Record<string, string> = {};
  const used: string[] = [];
  const take = (path: string, isOther: (name: string) => boolean): void => {
    const shown = shortPath(path);
    const entries = readParameterFile(path, shown).filter(({ name }) => !isOther(name));
    for (const entry of entries)
      set[entry.name] = textOf(workflow, entry, artifacts ? dirname(path) : undefined);
    if (entries.length > 0) used.push(`${shown} (${entries.map(({ name }) => name).join(", ")})`);
  };
  const has = ({ inputs }: Workflow, name: string): boolean => Object.hasOwn(inputs, name);
  if (isRead) take(own, (name) => !has(workflow, name) && workflows.some((other) => has(other, name)));
  for (const file of files) take(resolve(callersDirectory(), file), () => false);
  return { set, used };
}

/**
 * The text of an entry, as `--set` takes it.
 * @param folder of relative paths of artifacts; undefined if they may not be set
 */
function textOf(
  workflow: Workflow,
  { name, value, source, where }: FileEntry,
  folder: string | undefined,
): string {
  const names = Object.keys(workflow.inputs);
  const port = names.includes(name) ? workflow.inputs[name] : undefined;
  if (port === undefined) {
    const known = names.length === 0 ? "It has none." : `It has ${names.join(", ")}.`;
    throw new UsageError(
      `${where}: ${workflow.name} has no parameter or artifact "${name}".${didYouMean(name, names)} ${known}`,
    );
  }
  if (port.kind === "artifact") {
    if (folder === undefined)
      throw new UsageError(`${where}: "${name}" is an artifact. Set its key: --set ${name}-key=…`);
    if (typeof value !== "string")
      throw new UsageError(`${where}: artifact "${name}": expected a path or an address in S3.`);
    return isS3Address(value) ? value : resolve(folder, value);
  }
  try {
    // A number where a text is expected is the text that is written: 1.10, not 1.1.
    const given = source !== undefined && isRawText(port.schema) ? source : value;
    return encodeParameter(`${where}: parameter "${name}"`, port.schema, given);
  } catch (error) {
    throw error instanceof ContractError ? new UsageError(error.message, { cause: error }) : error;
  }
}
