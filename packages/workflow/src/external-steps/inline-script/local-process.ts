import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";
import { ContractError, exitCodes, TransientError, UsageError } from "../../definition/errors.js";
import { lineSplitter } from "./line-splitter.js";

/** A command to be run on this machine. */
export interface LocalCommand {
  /** Path of the program; see {@link findProgram}. */
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** A command that ends what the program has started elsewhere; run where the program is ended by force. */
  readonly cleanUp?: readonly string[];
  /** Takes each line of the log. */
  readonly onLine: (line: string) => void;
  /** Takes standard output as it comes; if not given, it belongs to the log. */
  readonly onOutput?: (bytes: Buffer) => void;
  readonly signal: AbortSignal | undefined;
}

export interface Ending {
  readonly exitCode: number;
  /** The last lines of standard error. */
  readonly complaints: readonly string[];
}

/** How many of the last lines a message repeats. */
const longestComplaint = 20;

/**
 * Ends the program when its own standard input ends, which happens when this process is gone, by whatever means: a step
 * in a worker is stopped by killing the worker, and a program left alone could go on for ever.
 */
const guard = `
exec 3<&0 </dev/null
cleanUp=$1; shift
"$@" 3<&- &
program=$!
{ read -r _ <&3; kill -KILL $program; eval "$cleanUp"; } >/dev/null 2>&1 &
watch=$!
exec 3<&-
wait $program; code=$?
kill $watch 2>/dev/null
exit $code
`;

/**
 * Runs a program to its end, without a shell between its arguments and it.
 * @throws {Error} where it could not be started, or the signal was aborted
 */
export async function runLocally(command: LocalCommand): Promise<Ending> {
  const { spawn } = await import("node:child_process");
  const { program, args, cwd, env, cleanUp = [], onLine, onOutput, signal } = command;
  signal?.throwIfAborted();
  const complaints: string[] = [];
  const output = lineSplitter(onLine);
  const errors = lineSplitter((line) => {
    complaints.push(line);
    if (complaints.length > longestComplaint) complaints.shift();
    onLine(line);
  });
  const guarded = process.platform !== "win32";
  const child = guarded
    ? spawn("/bin/sh", ["-c", guard, "sh", cleanUp.map(quoted).join(" "), program, ...args], options())
    : spawn(program, args, options());

  function options(): { cwd: string; env: Record<string, string | undefined>; stdio: "pipe" } {
    return { cwd, env: { ...process.env, ...env }, stdio: "pipe" };
  }

  // Under the guard, an end of its input means the end of the program.
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
 * What an exit code stands for, so that a retry on this machine repeats what a retry in the cluster would.
 * @param what ended, as the message begins
 * @returns the error to throw for an exit code that is not 0
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

/** The path of the first of these programs that this machine has. */
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
