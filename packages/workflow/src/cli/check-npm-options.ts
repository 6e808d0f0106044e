import type { Command, Option } from "commander";
import { UsageError } from "../definition/errors.js";

/**
 * Options that npm has too. They may be set in npm's configuration, so that a value does not mean that two hyphens were
 * missing.
 */
const sharedWithNpm: ReadonlySet<string> = new Set([
  // The folder of npm's own cache, which npm always tells.
  "cache",
  "force",
  "help",
  "json",
  "tag",
  "verbose",
  "version",
]);

/**
 * Refuses options that npm has consumed: otherwise `npm start --set C=2` would run with the default, as npm takes the option
 * for one of its own.
 * @param args of the command line, the command's name first
 * @throws {UsageError} naming the option and how to pass it through npm
 */
export function checkNpmOptions(program: Command, args: readonly string[]): void {
  const { npm_lifecycle_event: script } = process.env;
  if (script === undefined || script === "npx") return;
  const taken = commandOf(program, args).options.find(isTakenByNpm);
  if (taken === undefined) return;
  const call = script === "start" ? "npm start" : `npm run ${script}`;
  throw new UsageError(
    `npm kept ${taken.long} for itself. Put two hyphens before it: ${call} -- ${taken.long} …`,
  );
}

function commandOf(program: Command, [name, ...rest]: readonly string[]): Command {
  const command = program.commands.find((one) => one.name() === name);
  return command === undefined ? program : commandOf(command, rest);
}

function isTakenByNpm({ long }: Option): boolean {
  const name = long?.replace(/^--(no-)?/, "") ?? "";
  return (
    name !== "" &&
    !sharedWithNpm.has(name) &&
    process.env[`npm_config_${name.replaceAll("-", "_")}`] !== undefined
  );
}
