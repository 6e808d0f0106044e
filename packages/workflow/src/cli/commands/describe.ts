import { paintFor } from "@tiphys/argo-lint/terminal";
import type { Command } from "commander";
import { describeProject } from "../describe/describe-project.js";
import type { Project } from "../project/project.js";

export function addDescribeCommand(program: Command, project: Project): void {
  program
    .command("describe")
    .description("list workflows and steps with their inputs and outputs, ranges and defaults")
    .argument("[name]", "one workflow or step")
    .action((name: string | undefined) => {
      for (const line of describeProject(project, name, paintFor(process.stdout))) console.log(line);
    });
}
