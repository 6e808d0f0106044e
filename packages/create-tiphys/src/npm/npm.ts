import { type ChildProcess, spawn } from "node:child_process";
import { UserError } from "@tiphys/workflow";

/** How an npm command ended, with what it wrote. */
export interface EndedNpm {
  readonly code: number | null;
  readonly output: string;
}

const running = new Set<ChildProcess>();

/** Stops the npm commands that are running. */
export function stopNpm(): void {
  for (const child of running) child.kill("SIGKILL");
}

/** The npm that started this program, or else the one on the path. */
function npmCommand(): [string, string[]] {
  const { npm_execpath: npm = "" } = process.env;
  return /\bnpm-cli\.c?js$/.test(npm) ? [process.execPath, [npm]] : ["npm", []];
}

/**
 * Runs npm in a folder, until its end.
 * @param deadline in milliseconds, after which it is stopped
 * @throws {UserError} if npm cannot be started
 */
export function runNpm(folder: string, args: readonly string[], deadline: number): Promise<EndedNpm> {
  const [command, first] = npmCommand();
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...first, ...args], {
      cwd: folder,
      stdio: ["ignore", "pipe", "pipe"],
      shell: command === "npm" && process.platform === "win32",
      timeout: deadline,
    });
    running.add(child);
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        output += text;
      });
    }
    child.on("error", ({ message }) => reject(new UserError(`npm cannot be started: ${message}`)));
    child.on("close", (code) => {
      running.delete(child);
      resolve({ code, output });
    });
  });
}

/** How long an installation may take, in milliseconds. */
const installDeadline = 900_000;

/**
 * Runs `npm install` in a folder. What npm has cached is taken without asking the registry whether there is something newer.
 * @param args further arguments
 * @throws {UserError} with npm's messages
 */
export async function install(folder: string, ...args: readonly string[]): Promise<void> {
  const { code, output } = await runNpm(
    folder,
    ["install", "--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error", ...args],
    installDeadline,
  );
  if (code === 0) return;
  throw new UserError(
    `npm install ended with ${code === null ? "a signal" : `code ${code}`}:\n${output.trim()}`,
  );
}
