import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "python");

/** Runs one of the scripts in bench/python. */
export type Python = (script: string, ...args: string[]) => [program: string, ...args: string[]];

/**
 * The Python of the comparison: PYTHON, or a virtual environment that is made on first use. Undefined, with a message,
 * where there is no Python 3.
 * @throws {Error} if the packages cannot be installed
 */
export function pythonEnvironment(): Python | undefined {
  const given = process.env.PYTHON;
  const python = given ?? join(folder, ".venv", "bin", "python");
  if (given === undefined && !existsSync(python)) {
    if (spawnSync("python3", ["--version"]).status !== 0) {
      console.error("No comparison with Python: python3 was not found.");
      return undefined;
    }
    console.error("Installing pandas, polars, scikit-learn and hera into bench/python/.venv …");
    run("python3", "-m", "venv", join(folder, ".venv"));
    run(python, "-m", "pip", "install", "--quiet", "-r", join(folder, "requirements.txt"));
  }
  return (script, ...args) => [python, join(folder, script), ...args];
}

function run(program: string, ...args: string[]): void {
  const { status, error } = spawnSync(program, args, { stdio: ["ignore", 2, 2] });
  if (status !== 0)
    throw new Error(`${program} ${args.join(" ")} failed: ${error?.message ?? `status ${status}`}`);
}
