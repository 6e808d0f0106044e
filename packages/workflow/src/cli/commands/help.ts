import type { Command } from "commander";
import { didYouMean } from "../../definition/did-you-mean.js";

/** Adds `help [command…]`; commander's own shows the general help for a command that does not exist. */
export function addHelpCommand(program: Command): void {
  program.helpCommand(false);
  program
    .command("help")
    .description("display help for a command")
    .argument("[command...]", "its name; all commands where left out")
    .action((names: readonly string[]) => named(program, names).help());
}

function named(parent: Command, [name, ...rest]: readonly string[]): Command {
  if (name === undefined || parent.commands.length === 0) return parent;
  const found = parent.commands.find((command) => command.name() === name);
  if (found !== undefined) return named(found, rest);
  const names = parent.commands.map((command) => command.name());
  return parent.error(`error: unknown command '${name}'.${didYouMean(name, names)}`);
}
