import { exec } from "node:child_process";

export interface Ended {
  readonly exitCode: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/** Time limit of a command of the documentation, in milliseconds. */
const deadline = 100_000;

/**
 * Runs a command line in a directory as if typed in a shell: without the environment of the tests, and without a terminal.
 */
export function runCommand(line: string, cwd: string): Promise<Ended> {
  return new Promise((resolve) => {
    const child = exec(line, { cwd, env: environment(), timeout: deadline }, (error, stdout, stderr) =>
      resolve({ exitCode: error === null ? 0 : error.code, stdout, stderr }),
    );
    child.stdin?.end();
  });
}

function environment(): NodeJS.ProcessEnv {
  const ofTests = /^(npm_|INIT_CWD$|VITEST|TEST$|NODE_ENV$|NODE_OPTIONS$|DEBUG$|FORCE_COLOR$)/;
  const kept = Object.entries(process.env).filter(([name]) => !ofTests.test(name));
  return { ...Object.fromEntries(kept), NO_COLOR: "1", npm_config_update_notifier: "false" };
}
