import type { OutputPort } from "./port.js";

/** The folder of a step's output parameters, relative to its outputs. */
export const parametersFolder = "parameters";

/** The path of an output, relative to the folder of outputs. */
export function outputFile(name: string, port: OutputPort): string {
  if (port.kind === "parameter") return `${parametersFolder}/${name}`;
  return port.list ? name : artifactFileName(name, port.codec);
}

/** The file name of an artifact: `model.json`, or `parts` for a directory. */
export function artifactFileName(name: string, codec: { readonly extension: string }): string {
  return codec.extension === "" ? name : `${name}.${codec.extension}`;
}

/** The items among the files of a list's folder: `0.json`, `1.json`, …, ordered by number. */
export function listItemFiles(files: readonly string[]): string[] {
  return files
    .filter((file) => /^\d+(\.|$)/.test(file))
    .sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10));
}

/** The parameter that accompanies a list of artifacts: `[0, 1, …]`, so that a map over the list need not read it. */
export function indexesName(list: string): string {
  return `${list}-indexes`;
}

/** The parameter that accompanies an artifact where its consumers are memoized: its SHA-256. */
export function digestName(artifact: string): string {
  return `${artifact}-sha256`;
}

/** The file content of an output parameter. Argo removes one line feed at the end, so a text that ends with one gets another. */
export function toParameterFile(text: string): string {
  return text.endsWith("\n") ? `${text}\n` : text;
}

/** The text of an output parameter, from its file's content. */
export function fromParameterFile(content: string): string {
  return content.endsWith("\n") ? content.slice(0, -1) : content;
}
