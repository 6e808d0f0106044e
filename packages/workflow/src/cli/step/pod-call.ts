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

/** Parses a pod's call; undefined for any other arguments. */
export function podCallOf(args: readonly string[]): PodCall | undefined {
  const [command, name, ...rest] = args;
  if (command !== "step" || name === undefined || name.startsWith("-")) return undefined;
  const file = rest[0]?.startsWith("-") === false ? rest.shift() : undefined;
  const flags: { inputs?: string; outputs?: string } = {};
  while (rest.length > 0) {
    const [option, value] = rest.splice(0, 2);
    if (value === undefined || value.startsWith("-")) return undefined;
    if (option === "--inputs") flags.inputs = value;
    else if (option === "--outputs") flags.outputs = value;
    else return undefined;
  }
  return { name, flags, ...omitUndefined({ file }) };
}
