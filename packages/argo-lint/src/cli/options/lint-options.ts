import { type Command, Option } from "commander";
import { reportFormats } from "./lint-flags.js";

/** Declares the options of a command that lints; their values are {@link LintFlags}. */
export function addLintOptions(command: Command): Command {
  return command
    .option("--strict", "fail on warnings too")
    .option("--quiet", "errors and warnings only, no notes")
    .option("--rule <name>", "check this rule only; may be repeated", collect, [])
    .addOption(new Option("--format <format>", "report format").choices(reportFormats).default("text"))
    .option("--output <file>", "write the report to a file; standard output gets the summary");
}

function collect(name: string, before: readonly string[]): string[] {
  return [...before, name];
}
