import { printable } from "@tiphys/argo-lint/text";
import { type Command, Option } from "commander";
import type { ServerWorkflow } from "../../../argo/client/index.js";
import { wholeNumber } from "../../options/option-parsers.js";
import { addConnectionOptions, type ConnectionFlags, withService } from "../../server/connection.js";
import type { ListQuery } from "../../server/list/select-workflows.js";

interface ListFlags extends ConnectionFlags, ListQuery {
  readonly output?: "wide" | "name" | "json" | "yaml";
}

export function addListCommand(program: Command): void {
  const command = program
    .command("list")
    .description(
      'list the workflows in the cluster, the running ones first; "runs" lists those on this machine',
    )
    .addOption(new Option("--running", "only those that have not ended").conflicts("completed"))
    .option("--completed", "only those that have ended")
    .option("--status <phases>", "only those in these phases, such as Failed,Error")
    .option("-l, --selector <labels>", "only those with these labels, such as app=train")
    .addOption(
      new Option("--limit <count>", "only this many, the newest first").argParser(wholeNumber("--limit", 1)),
    )
    .addOption(
      new Option("-o, --output <format>", "more columns, only names, or the whole objects").choices([
        "wide",
        "name",
        "json",
        "yaml",
      ]),
    );
  addConnectionOptions(command).action((flags: ListFlags) =>
    withService(flags, async (service) => {
      const { selectWorkflows } = await import("../../server/list/select-workflows.js");
      const { output } = flags;
      const whole = output === "wide" || output === "json" || output === "yaml";
      const workflows = await selectWorkflows(service, flags, whole);
      process.stdout.write(await textOf(workflows, output, service.connection.namespace));
    }),
  );
}

async function textOf(
  workflows: readonly ServerWorkflow[],
  output: ListFlags["output"],
  namespace: string,
): Promise<string> {
  if (output === "json" || output === "yaml") {
    const { toJsonText, toYamlText } = await import("../../server/format/serialize.js");
    return output === "json" ? toJsonText(workflows, 2) : toYamlText(workflows);
  }
  if (output === "name") return workflows.map(({ metadata }) => `${printable(metadata.name)}\n`).join("");
  if (workflows.length === 0) return `No workflows found in namespace ${namespace}\n`;
  const { listTable } = await import("../../server/list/list-table.js");
  return listTable(workflows, output === "wide", Date.now());
}
