import { paintFor } from "@tiphys/argo-lint/terminal";
import { printable } from "@tiphys/argo-lint/text";
import { type Command, Option } from "commander";
import type { ServerWorkflow } from "../../../argo/client/index.js";
import { addConnectionOptions, type ConnectionFlags, withService } from "../../server/connection.js";
import { workflowName } from "../../server/last-submission.js";
import { addNodeOptions, type NodeFlags, nodeFilterOf } from "../../server/node-selector.js";

interface GetFlags extends ConnectionFlags, NodeFlags {
  readonly output?: "json" | "yaml" | "name" | "short" | "wide";
  readonly color: boolean;
  readonly utf8: boolean;
}

export function addGetCommand(program: Command): void {
  const command = program
    .command("get")
    .description("show workflows and the tree of their steps")
    .argument("[workflows...]", "names, or @latest (default: the workflow submitted last)")
    .addOption(
      new Option(
        "-o, --output <format>",
        "wide and short change the columns; json and yaml print the whole workflow",
      ).choices(["json", "yaml", "name", "short", "wide"]),
    );
  addNodeOptions(command).option("--no-color", "no colours").option("--no-utf8", "ASCII only");
  addConnectionOptions(command)
    .addHelpText(
      "after",
      `
Marks: ✔ succeeded, ✖ failed, ⚠ error, ● running, ◷ pending, ○ skipped, ǁ waiting to be resumed

Examples:
  npx --no tiphys get
  npx --no tiphys get @latest --status Failed
  npx --no tiphys get train-x7k2p -o json`,
    )
    .action(async (names: string[], flags: GetFlags) => {
      nodeFilterOf(flags);
      await withService(flags, async (service) => {
        const targets = names.length === 0 ? [workflowName(undefined, service.connection.namespace)] : names;
        for (const name of targets)
          process.stdout.write(await textOf(await service.getWorkflow(name), flags));
      });
    });
}

async function textOf(workflow: ServerWorkflow, flags: GetFlags): Promise<string> {
  const { output, color, utf8 } = flags;
  if (output === "name") return `${printable(workflow.metadata.name)}\n`;
  if (output === "json" || output === "yaml") {
    const { toJsonText, toYamlText } = await import("../../server/format/serialize.js");
    return output === "json" ? toJsonText(workflow) : toYamlText(workflow);
  }
  const { describeWorkflow } = await import("../../server/get/describe-workflow.js");
  return describeWorkflow(workflow, {
    now: Date.now(),
    utf8,
    paint: color ? paintFor(process.stdout) : (_style, text) => text,
    detail: output ?? "normal",
    shown: nodeFilterOf(flags),
  });
}
