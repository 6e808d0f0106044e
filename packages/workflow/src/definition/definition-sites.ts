/** A place in the running program: the file of a script or its address, and the line, counted from 1. */
export interface ProgramSite {
  readonly file: string;
  readonly line: number;
}

const sites = new WeakMap<object, readonly ProgramSite[]>();

/** Where in the running program a step was defined: the calls that led to it, innermost first. Empty if that is not known. */
export function definitionSites(step: object): readonly ProgramSite[] {
  return sites.get(step) ?? [];
}

/** Keeps the calls that have led here, as those that define the step. */
export function keepDefinitionSites(step: object): void {
  const { prepareStackTrace, stackTraceLimit } = Error;
  try {
    // Not the usual text, in which source maps may have replaced the places.
    Error.prepareStackTrace = (_, calls) => {
      sites.set(step, calls.flatMap(siteOf));
    };
    Error.stackTraceLimit = 50;
    // Reading the stack calls the function above.
    void new Error().stack;
  } finally {
    Error.prepareStackTrace = prepareStackTrace;
    Error.stackTraceLimit = stackTraceLimit;
  }
}

function siteOf(call: NodeJS.CallSite): ProgramSite[] {
  const [file, line] = [call.getFileName(), call.getLineNumber()];
  return file === null || file === undefined || line === null ? [] : [{ file, line }];
}
