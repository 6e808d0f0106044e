import type { Command } from "commander";
import { UsageError } from "../../definition/errors.js";

/** Adds the help of `build`. bin/tiphys.js runs the command itself, because it needs no bundled project. */
export function addBuildCommand(program: Command): void {
  program
    .command("build")
    .description("bundle the steps into dist/, the content of the image")
    .argument("[file]", "the program (default: src/main.ts)")
    .option("--part <part>", "only one part of it: program, or packages, which cannot be bundled")
    .option("--cpu <name>", "processor of the packages, such as x64 or arm64 (default: this machine's)")
    .action(() => {
      throw new UsageError("This program is built already. Run in the project: npx --no tiphys build");
    });
}
