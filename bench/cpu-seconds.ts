import { spawnSync } from "node:child_process";

/** Processor time of a command in seconds, user and system together: minimum and median of the rounds. */
export interface CpuSeconds {
  readonly min: number;
  readonly median: number;
}

/**
 * Measures commands in turn, with bash, because Node does not report the processor time of its children.
 * @param rounds number of counted rounds, ≥ 1
 * @returns one entry for each command; undefined without bash
 * @throws {Error} if a command fails
 */
export function cpuSeconds(
  commands: readonly (readonly string[])[],
  rounds: number,
): CpuSeconds[] | undefined {
  const times = commands.map((): number[] => []);
  // The first round fills caches and is not counted.
  for (let round = 0; round <= rounds; round++) {
    for (const [i, command] of commands.entries()) {
      const script = 'TIMEFORMAT="%3U %3S"; time "$@" >/dev/null';
      const { status, stderr, error } = spawnSync("bash", ["-c", script, "bash", ...command], {
        encoding: "utf8",
      });
      if (error !== undefined) return undefined;
      const [, user, system] = /([\d.]+) ([\d.]+)\n$/.exec(stderr) ?? [];
      if (status !== 0 || user === undefined) throw new Error(`${command.join(" ")} failed: ${stderr}`);
      if (round > 0) times[i]?.push(Number(user) + Number(system));
    }
  }
  return times.map((all) => {
    const sorted = all.sort((a, b) => a - b);
    return { min: sorted[0] ?? Number.NaN, median: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN };
  });
}
