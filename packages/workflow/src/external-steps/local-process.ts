import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";
import { ContractError, exitCodes, TransientError, UsageError } from "../definition/errors.js";
import { lineSplitter } from "../files/line-splitter.js";

/** A command to run on this machine. */
export interface LocalCommand {
  /** Path of the program; see {@link findProgram}. */
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** A command that stops what the program has started elsewhere, such as a container. Run if the program is killed. */
  readonly cleanUp?: readonly string[];
  /** Receives each line of the log. */
  readonly onLine: (line: string) => void;
  /** Receives the chunks of standard output. Default: standard output is part of the log. */
  readonly onOutput?: (bytes: Buffer) => void;
  readonly signal: AbortSignal | undefined;
}

export interface Ending {
  readonly exitCode: number;
  /** The last lines of standard error. */
  readonly complaints: readonly string[];
}

/** How many lines of standard error a message includes. */
const maxErrorLines = 20;

/**
 * Kills the program when its own standard input ends, which happens whenever this process ends: a step in a worker is
 * stopped by killing the worker, and an orphaned program could run forever. From then on the watcher ignores the signal that
 * ends it when the program has ended, which would come before the container is removed.
 */
const guard = `
exec 3<&0 </dev/null
cleanUp=$1; shift
"$@" 3<&- &
program=$!
{ read -r _ <&3; trap '' TERM; kill -KILL $program; eval "$cleanUp"; } >/dev/null 2>&1 &
watch=$!
exec 3<&-
wait $program; code=$?
kill $watch 2>/dev/null
exit $code
`;

/**
 * Runs a program until it ends. No shell interprets its arguments.
 * @throws {Error} if it could not be started, or the signal was aborted
 */
export async function runLocally(command: LocalCommand): Promise<Ending> {
  const { spawn } = await import("node:child_process");
  const { program, args, cwd, env, cleanUp = [], onLine, onOutput, signal } = command;
  signal?.throwIfAborted();
  const complaints: string[] = [];
  const output = lineSplitter(onLine);
  const errors = lineSplitter((line) => {
    complaints.push(line);
    if (complaints.length > maxErrorLines) complaints.shift();
    onLine(line);
  });
  const guarded = process.platform !== "win32";
  const child = guarded
    ? spawn("/bin/sh", ["-c", guard, "sh", cleanUp.map(quoted).join(" "), program, ...args], options())
    : spawn(program, args, options());

  function options(): { cwd: string; env: Record<string, string | undefined>; stdio: "pipe" } {
    return { cwd, env: { ...process.env, ...env }, stdio: "pipe" };
  }

  // The guard kills the program when its input ends.
  const stop = (): void => void (guarded ? child.stdin.destroy() : child.kill("SIGKILL"));
  if (!guarded) child.stdin.end();
  signal?.addEventListener("abort", stop, { once: true });
  child.stdout.on("data", onOutput ?? output.add);
  child.stderr.on("data", errors.add);
  try {
    const exitCode = await new Promise<number>((resolve, reject) => {
      child.on("error", reject);
      child.stdin.on("error", () => {});
      child.on("close", (code, killedBy) => resolve(code ?? (killedBy === "SIGKILL" ? 137 : 1)));
    });
    output.end();
    errors.end();
    signal?.throwIfAborted();
    return { exitCode, complaints };
  } finally {
    signal?.removeEventListener("abort", stop);
  }
}

/**
 * The error for an exit code other than 0. Its class has the same exit code, so that retries on this machine and in the
 * cluster follow the same rules.
 * @param what ended, for the beginning of the message
 */
export function errorOf(what: string, { exitCode, complaints }: Ending): Error {
  const message = [`${what} ended with exit code ${exitCode}.`, ...complaints].join("\n");
  switch (exitCode) {
    case exitCodes.contract:
      return new ContractError(message);
    case exitCodes.transient:
      return new TransientError(message);
    case exitCodes.usage:
      return new UsageError(message);
    default:
      return new Error(message);
  }
}

/** The path of the first of these programs that exists on this machine. */
export function findProgram(names: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  return names
    .flatMap((name) => (name.includes("/") ? [name] : folders.map((folder) => join(folder, name))))
    .find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}
