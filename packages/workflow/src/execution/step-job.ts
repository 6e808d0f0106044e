/** One run of one step, as data: what a worker is sent, and what a pod finds in its files. */
export interface StepJob {
  /** Texts of the parameters, by name. Names that the step does not know are ignored, as Argo may add some. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Paths of the artifacts, by name; several for a list, in order. */
  readonly artifacts: Readonly<Record<string, string | readonly string[]>>;
  /** The directory that gets `<artifact>.<extension>` and `parameters/<name>`. */
  readonly outputs: string;
  /** 1 for the first attempt. */
  readonly attempt: number;
}

/** What a running step tells. */
export interface StepListener {
  log(line: string): void;
  progress(done: number, total: number): void;
}

/** Where a step puts out a parameter, relative to its outputs. */
export const parametersFolder = "parameters";

/** The content of an output parameter's file. Argo takes one line feed off its end, so a text that has one gets one more. */
export function toParameterFile(text: string): string {
  return text.endsWith("\n") ? `${text}\n` : text;
}

/** The text that an output parameter's file stands for. */
export function fromParameterFile(content: string): string {
  return content.endsWith("\n") ? content.slice(0, -1) : content;
}
