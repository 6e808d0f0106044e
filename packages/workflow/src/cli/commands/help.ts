import { didYouMean } from "@tiphys/argo-lint/text";
import type { Command } from "commander";

/** Adds `help [command…]`. Commander's own shows the general help for an unknown command instead of an error. */
export function addHelpCommand(program: Command): void {
  program.helpCommand(false);
  program
    .command("help")
    .description("display help for a command")
    .argument("[command...]", "its name (default: all commands)")
    .action((names: readonly string[]) => findCommand(program, names).help());
}

function findCommand(parent: Command, [name, ...rest]: readonly string[]): Command {
  if (name === undefined || parent.commands.length === 0) return parent;
  const found = parent.commands.find((command) => command.name() === name);
  if (found !== undefined) return findCommand(found, rest);
  const names = parent.commands.map((command) => command.name());
  return parent.error(`error: unknown command '${name}'.${didYouMean(name, names)}`);
}
