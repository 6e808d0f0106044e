import { parseArgs } from "node:util";

/** What to measure, and how. */
export interface BenchOptions {
  /** Number of rows, ≥ 100; undefined for the template's own table. */
  readonly rows: number | undefined;
  /** Number of counted rounds, ≥ 1. */
  readonly rounds: number;
  /** Write the results to the page on performance. */
  readonly write: boolean;
}

export const help = `Usage: npm run bench -- [--rows N] [--rounds N] [--write]

Compares this pipeline with the same work in Python, in turns: medians of processor and wall-clock time, peak memory, ratios.
Without --rows: starting, the template's own table, compiling, one step of the image, linting.

  --rows N     a synthetic table of N rows, such as 1e6: the whole pipeline, reading, fitting
  --rounds N   rounds that count, after one that does not (default: 5)
  --write      put the results into docs/performance.md

Python packages are installed into bench/python/.venv on first use, which takes a minute and 800 MB. PYTHON names an
interpreter that has them already; NODE_BINARIES lists further Nodes (separated by ":") for the step of the image.`;

/**
 * Parses the command line.
 * @returns undefined where help is asked for
 * @throws {Error} for an unknown option or a number out of range
 */
export function benchOptions(args: readonly string[]): BenchOptions | undefined {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rows: { type: "string" },
      rounds: { type: "string", default: process.env.ROUNDS ?? "5" },
      write: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) return undefined;
  return {
    rows: values.rows === undefined ? undefined : wholeNumber("--rows", values.rows, 100),
    rounds: wholeNumber("--rounds", values.rounds, 1),
    write: values.write,
  };
}

function wholeNumber(option: string, text: string, min: number): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= min) return value;
  throw new Error(`${option} is ${text}, expected a whole number of at least ${min}.`);
}
