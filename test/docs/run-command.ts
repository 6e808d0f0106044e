import { exec } from "node:child_process";
import { readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import * as z from "zod";

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
  return run(line, cwd, environment());
}

/**
 * Runs a command line with `npm run NAME -- …`, `npm start -- …` or `npx --no …` without npm: the script or program itself,
 * with the variables that npm would set. Often npm itself takes longer than the program that it starts.
 */
export function runWithoutNpm(line: string, project: string): Promise<Ended> {
  const kept = environment();
  const PATH = [join(project, "node_modules", ".bin"), kept.PATH].join(delimiter);
  const { command, script } = withoutNpm(line, scriptsOf(project));
  const ofNpm = script === undefined ? {} : { npm_lifecycle_event: script, INIT_CWD: project };
  return run(command, project, { ...kept, ...ofNpm, PATH });
}

/** A command line in which npm's commands are replaced by what they start, and the name of the replaced script, if any. */
export function withoutNpm(
  line: string,
  scripts: Readonly<Record<string, string>>,
): { readonly command: string; readonly script?: string } {
  const command = line.replace(/\bnpx --no (-- )?/g, "");
  const called = /\bnpm (?:run (?:--silent )?|(?=start\b))([\w:]+)(?: --silent)?(.*)/s.exec(command);
  const [whole = "", script = "", rest = ""] = called ?? [];
  const body = scripts[script];
  if (body === undefined) return { command };
  // npm takes the first -- for itself.
  return { command: command.replace(whole, () => body + rest.replace(/ --(?= )/, "")), script };
}

const manifestSchema = z.object({ scripts: z.record(z.string(), z.string()) });

function scriptsOf(project: string): Readonly<Record<string, string>> {
  return manifestSchema.parse(JSON.parse(readFileSync(join(project, "package.json"), "utf8"))).scripts;
}

function run(line: string, cwd: string, env: NodeJS.ProcessEnv): Promise<Ended> {
  return new Promise((resolve) => {
    const child = exec(line, { cwd, env, timeout: deadline }, (error, stdout, stderr) =>
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
