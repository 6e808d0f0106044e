import { type Ended, start } from "./program.js";

/** Arguments of a command, and what is added to its environment. */
export interface Call {
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

const bundler = new URL("../../bin/bundle-project.js", import.meta.url).href;

/** Loads the program's main module once more for each call. What it imports stays loaded, so a call takes milliseconds. */
const script = `
import { pathToFileURL } from "node:url";
const [root, calls] = process.argv.slice(1);
const { bundleProject } = await import(${JSON.stringify(bundler)});
const program = await bundleProject(root);
process.env.TIPHYS_ROOT = root;
const results = [];
const { write } = process.stdout;
// Each command adds its listeners.
for (const emitter of [process, process.stdout, process.stderr]) emitter.setMaxListeners(0);
for (const [i, { args, env = {} }] of JSON.parse(calls).entries()) {
  const ended = { code: 0, signal: null, stdout: "", stderr: "" };
  process.stdout.write = (text) => { ended.stdout += text; return true; };
  process.stderr.write = (text) => { ended.stderr += text; return true; };
  process.exitCode = undefined;
  process.argv = [process.execPath, program, ...args];
  Object.assign(process.env, env);
  await import(new URL("program.js?" + i, pathToFileURL(program)).href);
  ended.code = process.exitCode ?? 0;
  results.push(ended);
  for (const name of Object.keys(env)) delete process.env[name];
}
process.exitCode = 0;
write.call(process.stdout, JSON.stringify(results));
`;

/**
 * Runs commands of the project in `root` one after the other in one process, which loads the program once. For commands that
 * end soon, such as those that are refused: no worker is started beforehand.
 * @throws if a command ends the process
 */
export async function commandsInOneProcess(root: string, calls: readonly Call[]): Promise<Ended[]> {
  const command = [process.execPath, "--input-type=module", "--eval", script, root, JSON.stringify(calls)];
  const { code, stdout, stderr } = await start(command, { cwd: root, deadline: 60_000 }).ended;
  if (code !== 0) throw new Error(`A command has ended the process with ${code}:\n${stderr}${stdout}`);
  const results: Ended[] = JSON.parse(stdout);
  return results;
}
