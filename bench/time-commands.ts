import { spawnSync } from "node:child_process";

/** Something to time: one process, or several in sequence. */
export interface Candidate {
  readonly name: string;
  readonly commands: readonly (readonly [program: string, ...args: string[]])[];
}

/**
 * Measures the wall-clock seconds of each candidate. The candidates take turns, so that a machine that becomes slower affects all.
 * @param rounds number of counted rounds, ≥ 1
 * @returns the median of each candidate, in their order
 * @throws {Error} if a command fails
 */
export function timeCommands(candidates: readonly Candidate[], rounds: number, cwd: string): number[] {
  const times = candidates.map((): number[] => []);
  // The first round fills caches and is not counted.
  for (let round = 0; round <= rounds; round++) {
    for (const [i, candidate] of candidates.entries()) {
      const seconds = timeOnce(candidate, cwd);
      if (round > 0) times[i]?.push(seconds);
    }
  }
  return times.map(median);
}

function timeOnce({ name, commands }: Candidate, cwd: string): number {
  const start = performance.now();
  for (const [program, ...args] of commands) {
    const { status, stderr, error } = spawnSync(program, args, { cwd, encoding: "utf8" });
    if (status !== 0)
      throw new Error(`${name}: ${program} ${args.join(" ")} failed: ${error?.message ?? stderr}`);
  }
  return (performance.now() - start) / 1000;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
