import type { Workflow } from "../../definition/graph.js";
import { omitUndefined } from "../../definition/omit-undefined.js";
import { fileParameters } from "./file-parameters.js";

/** The flags that set inputs. */
interface SetFlags {
  readonly set?: readonly [string, string][];
  readonly params?: readonly string[];
}

/**
 * A run's flags with what parameter files set, before what `--set` sets. The files that are used are printed.
 * @param workflows the project's workflows; undefined: `params.yaml` in the project's directory is not read
 * @throws {UsageError} naming file and line, if a name is unknown or a value does not fit
 */
export async function withRunParameters<F extends SetFlags & { readonly json?: true }>(
  workflow: Workflow,
  flags: F,
  workflows?: readonly Workflow[],
): Promise<F> {
  const { set, used } = await fileParameters(workflow, {
    files: flags.params ?? [],
    artifacts: true,
    ...omitUndefined({ workflows }),
  });
  const print = flags.json ? console.error : console.log;
  if (used.length > 0) print(`Parameters from ${used.join(", ")}`);
  return { ...flags, set: [...Object.entries(set), ...(flags.set ?? [])] };
}

/** A manifest's flags with what the files of `--params` set, before what `--set` sets. */
export async function withManifestParameters<F extends SetFlags>(workflow: Workflow, flags: F): Promise<F> {
  if (flags.params === undefined) return flags;
  const { set } = await fileParameters(workflow, { files: flags.params, artifacts: false });
  return { ...flags, set: [...Object.entries(set), ...(flags.set ?? [])] };
}
