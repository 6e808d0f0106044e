import { type Measurement, measure } from "./measure.js";
import { median } from "./median.js";

/** Something to measure: one process, or several in sequence. */
export interface Candidate {
  readonly name: string;
  readonly commands: readonly (readonly [program: string, ...args: string[]])[];
  /** Whether the command measures a part of its work itself and prints it as its last line: {"cpu": …, "wall": …}. */
  readonly measuresItself?: boolean;
}

/** Medians of a candidate's rounds; `peak` is the largest of all rounds. */
export interface Result extends Omit<Measurement, "stdout"> {
  readonly name: string;
}

/**
 * Measures candidates in turn, so that a machine that becomes slower affects all. Prints on standard error what runs.
 * @param rounds number of counted rounds, ≥ 1
 * @returns one result for each candidate, in their order
 * @throws {Error} if a command fails
 */
export async function compare(
  candidates: readonly Candidate[],
  rounds: number,
  cwd: string,
): Promise<Result[]> {
  const measured = candidates.map((): Measurement[] => []);
  // The first round fills caches and is not counted.
  for (let round = 0; round <= rounds; round++) {
    for (const [i, candidate] of candidates.entries()) {
      const which = round === 0 ? "warming up" : `round ${round} of ${rounds}`;
      console.error(`${which}: ${candidate.name} …`);
      const total = await measureAll(candidate, cwd);
      if (round > 0) measured[i]?.push(total);
    }
  }
  return candidates.map(({ name }, i) => ({ name, ...summary(measured[i] ?? []) }));
}

async function measureAll({ commands, measuresItself }: Candidate, cwd: string): Promise<Measurement> {
  const all: Measurement[] = [];
  for (const command of commands) {
    const whole = await measure(command, cwd);
    all.push(measuresItself === true ? { ...whole, ...partOf(whole.stdout) } : whole);
  }
  return {
    cpu: all.reduce((sum, { cpu }) => sum + cpu, 0),
    wall: all.reduce((sum, { wall }) => sum + wall, 0),
    peak: largest(all),
    stdout: "",
  };
}

function partOf(stdout: string): { readonly cpu: number; readonly wall: number } {
  const printed: unknown = JSON.parse(stdout.trim().split("\n").at(-1) ?? "");
  const isPart = typeof printed === "object" && printed !== null && "cpu" in printed && "wall" in printed;
  if (!isPart) throw new Error(`A part printed ${stdout.trim()}, expected {"cpu": …, "wall": …}.`);
  return { cpu: Number(printed.cpu), wall: Number(printed.wall) };
}

function summary(rounds: readonly Measurement[]): Omit<Result, "name"> {
  return {
    cpu: median(rounds.map(({ cpu }) => cpu)),
    wall: median(rounds.map(({ wall }) => wall)),
    peak: largest(rounds),
  };
}

function largest(measured: readonly Measurement[]): number | undefined {
  const peaks = measured.flatMap(({ peak }) => peak ?? []);
  return peaks.length === 0 ? undefined : Math.max(...peaks);
}
