import { type Command, Option } from "commander";
import { mermaidGraph } from "../graph/mermaid-graph.js";
import { textGraph } from "../graph/text-graph.js";
import { chooseWorkflow } from "../project/choose-by-name.js";
import type { Project } from "../project/project.js";

export function addGraphCommand(program: Command, project: Project): void {
  program
    .command("graph")
    .description("draw a workflow's tasks and the values that flow between them")
    .argument("[workflow]", `its name (default: ${project.workflows[0].name})`)
    .addOption(new Option("--format <format>", "output format").choices(["text", "mermaid"]).default("text"))
    .action((name: string | undefined, { format }: { readonly format: "text" | "mermaid" }) => {
      const workflow = chooseWorkflow(project, name);
      console.log(format === "mermaid" ? mermaidGraph(workflow) : textGraph(workflow));
    });
}
