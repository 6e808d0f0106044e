/** A step, with the module that exports it and the name of the export. */
export interface StepModule {
  name: string;
  /** Relative to the project's directory. */
  path: string;
  exported: string;
}

/** A separate program for each step, as CommonJS files; none for a step whose modules cannot be CommonJS. */
export function buildSteps(
  root: string,
  options: { modules: StepModule[]; outdir: string; minify: boolean },
): Promise<
  {
    name: string;
    outputFiles: { path: string; contents: Uint8Array }[];
    /** Source files of the program: paths relative to the project's directory. */
    sources: string[];
  }[]
>;
