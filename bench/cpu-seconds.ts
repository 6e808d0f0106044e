import { spawnSync } from "node:child_process";

/** Processor time of commands in seconds, in user space and in the kernel together: the least and the median. */
export interface CpuSeconds {
  readonly least: number;
  readonly median: number;
}

/**
 * Measures commands in turn, each to its very end, by bash: Node tells the time of its children to nobody.
 * @returns one for each command, or undefined where there is no bash
 * @throws {Error} where a command fails
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
    return { least: sorted[0] ?? Number.NaN, median: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN };
  });
}
