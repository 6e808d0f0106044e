/** A step, and the module that exports it under which name. */
export interface StepModule {
  name: string;
  /** Relative to the project's directory. */
  path: string;
  exported: string;
}

/** A program of its own for each step, as CommonJS files; none for a step whose modules cannot be CommonJS. */
export function buildSteps(
  root: string,
  options: { modules: StepModule[]; outdir: string; minify: boolean },
): Promise<
  {
    name: string;
    outputFiles: { path: string; contents: Uint8Array }[];
    /** What the files are made of: paths relative to the project's directory. */
    sources: string[];
  }[]
>;
