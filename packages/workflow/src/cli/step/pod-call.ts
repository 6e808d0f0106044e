import { omitUndefined } from "../../definition/omit-undefined.js";
/** Folders of a pod's call, if they differ from Argo's. */
export interface PodFlags {
  readonly inputs?: string;
  readonly outputs?: string;
}

/** A pod's call: `step NAME [PARAMETERS_FILE]`, optionally with `--inputs` and `--outputs`. */
export interface PodCall {
  readonly name: string;
  readonly file?: string;
  readonly flags: PodFlags;
}

/** The call of a pod that runs several steps: `pod PLAN_FILE`, optionally with `--inputs` and `--outputs`. */
export interface SharedPodCall {
  readonly file: string;
  readonly flags: PodFlags;
}

/** Parses a pod's call; undefined for any other arguments. */
export function podCallOf(args: readonly string[]): PodCall | undefined {
  const [command, name, ...rest] = args;
  if (command !== "step" || name === undefined || name.startsWith("-")) return undefined;
  const file = rest[0]?.startsWith("-") === false ? rest.shift() : undefined;
  const flags = podFlagsOf(rest);
  return flags && { name, flags, ...omitUndefined({ file }) };
}

/** Parses the call of a pod that runs several steps; undefined for any other arguments. */
export function sharedPodCallOf(args: readonly string[]): SharedPodCall | undefined {
  const [command, file, ...rest] = args;
  if (command !== "pod" || file === undefined || file.startsWith("-")) return undefined;
  const flags = podFlagsOf(rest);
  return flags && { file, flags };
}

function podFlagsOf(args: readonly string[]): PodFlags | undefined {
  const rest = [...args];
  const flags: { inputs?: string; outputs?: string } = {};
  while (rest.length > 0) {
    const [option, value] = rest.splice(0, 2);
    if (value === undefined || value.startsWith("-")) return undefined;
    if (option === "--inputs") flags.inputs = value;
    else if (option === "--outputs") flags.outputs = value;
    else return undefined;
  }
  return flags;
}
