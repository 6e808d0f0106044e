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
