/** The data of one attempt of a step: sent to a worker, or read from files in a pod. */
export interface StepJob {
  /** Texts of the parameters, by name. Unknown names are ignored, because Argo may add some. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Paths of the artifacts, by name; for a list all paths in order, or its folder. */
  readonly artifacts: Readonly<Record<string, string | readonly string[]>>;
  /** The directory for the outputs: `<artifact>.<extension>` and `parameters/<name>`. */
  readonly outputs: string;
  /** 1 for the first attempt. */
  readonly attempt: number;
}

/** Receives the log lines and the progress of a running step. */
export interface StepListener {
  log(line: string): void;
  progress(done: number, total: number): void;
}

/** The folder of a step's output parameters, relative to its outputs. */
export const parametersFolder = "parameters";

/** The file content of an output parameter. Argo removes one line feed at the end, so a text that ends with one gets another. */
export function toParameterFile(text: string): string {
  return text.endsWith("\n") ? `${text}\n` : text;
}

/** The text of an output parameter, from its file's content. */
export function fromParameterFile(content: string): string {
  return content.endsWith("\n") ? content.slice(0, -1) : content;
}
