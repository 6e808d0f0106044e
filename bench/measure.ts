import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

/** What a command took, including the processes that it started. */
export interface Measurement {
  /** Processor time in seconds, user and system. */
  readonly cpu: number;
  /** Wall-clock time in seconds. */
  readonly wall: number;
  /** Largest resident memory of any one of its processes, in bytes; undefined where /proc does not exist. */
  readonly peak: number | undefined;
  readonly stdout: string;
}

const pollMilliseconds = 20;

/** How many of the last lines of a failed command are shown. */
const linesShown = 8;

/**
 * Runs a command and measures it. bash adds up the processor time, which Node does not report for its children.
 * @throws {Error} with the command's status and its last lines if it fails
 */
export async function measure(command: readonly string[], cwd: string): Promise<Measurement> {
  const start = performance.now();
  const child = spawn("bash", ["-c", 'TIMEFORMAT="%3U %3S"; time "$@"', "bash", ...command], { cwd });
  const output = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text) => {
    output.stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text) => {
    output.stderr += text;
  });
  let peak: number | undefined;
  const timer = setInterval(() => {
    peak = Math.max(peak ?? 0, largestMemory(child.pid ?? 0)) || peak;
  }, pollMilliseconds);
  const status = await new Promise<number | string>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => resolve(code ?? signal ?? "unknown"));
  }).finally(() => clearInterval(timer));
  const wall = (performance.now() - start) / 1000;
  const [times, user, system] = /([\d.]+) ([\d.]+)\n$/.exec(output.stderr) ?? [];
  if (status !== 0 || user === undefined) {
    const text = `${output.stdout}\n${output.stderr.slice(0, -(times?.length ?? 0) || undefined)}`;
    const last = text.trim().split("\n").slice(-linesShown).join("\n");
    throw new Error(`${command.join(" ")} ended with status ${status}. Its last lines:\n${last}`);
  }
  return { cpu: Number(user) + Number(system), wall, peak, stdout: output.stdout };
}

/** The largest resident memory, so far, of the processes below this one; 0 where there are none or no /proc. */
function largestMemory(root: number): number {
  const below = new Set([root]);
  let largest = 0;
  for (const pid of processes()) {
    const status = statusOf(pid);
    if (!below.has(Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]))) continue;
    below.add(pid);
    largest = Math.max(largest, 1024 * Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0));
  }
  return largest;
}

/** Ids in ascending order: a parent comes before its children, unless ids have wrapped around. */
function processes(): number[] {
  try {
    return readdirSync("/proc")
      .map(Number)
      .filter(Number.isInteger)
      .sort((a, b) => a - b);
  } catch {
    return [];
  }
}

function statusOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/status`, "utf8");
  } catch {
    return "";
  }
}
