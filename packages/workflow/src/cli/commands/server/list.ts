import { type Command, Option } from "commander";
import type { ServerWorkflow } from "../../../argo/client/index.js";
import { omitUndefined } from "../../../definition/omit-undefined.js";
import { printable } from "../../../definition/printable.js";
import { wholeNumber } from "../../options/option-parsers.js";
import { addConnectionOptions, type ConnectionFlags, withService } from "../../server/connection.js";

interface ListFlags extends ConnectionFlags {
  readonly running?: true;
  readonly completed?: true;
  readonly status?: string;
  readonly selector?: string;
  readonly limit?: number;
  readonly output?: "wide" | "name" | "json" | "yaml";
}

export function addListCommand(program: Command): void {
  const command = program
    .command("list")
    .description("list the workflows of the namespace, the running ones first")
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
      const { limit, output } = flags;
      const labelSelector = selectorOf(flags);
      const workflows = await service.listWorkflows({
        ...(labelSelector === "" ? {} : { labelSelector }),
        ...omitUndefined({ limit }),
        whole: output === "wide" || output === "json" || output === "yaml",
      });
      process.stdout.write(await textOf(workflows.sort(compare), output, service.connection.namespace));
    }),
  );
}

const completed = "workflows.argoproj.io/completed";

/** A label selector. Argo labels workflows with their phase and whether they have completed. */
function selectorOf(flags: ListFlags): string {
  const status = (flags.status ?? "").split(",").filter((phase) => phase.trim() !== "");
  return [
    flags.selector ?? "",
    flags.running === true ? `${completed}!=true` : "",
    flags.completed === true ? `${completed}=true` : "",
    status.length === 0
      ? ""
      : `workflows.argoproj.io/phase in (${status.map((phase) => phase.trim()).join(",")})`,
  ]
    .filter((part) => part !== "")
    .join(",");
}

/** Running workflows first, the newest first; then ended ones, the most recently ended first. */
function compare(a: ServerWorkflow, b: ServerWorkflow): number {
  const [first, second] = [a, b].map(({ status }) => status?.finishedAt ?? "");
  if (first === "" && second === "") {
    return (a.metadata.creationTimestamp ?? "") < (b.metadata.creationTimestamp ?? "") ? 1 : -1;
  }
  if (first === "" || second === "") return first === "" ? -1 : 1;
  return first === second ? 0 : (first ?? "") < (second ?? "") ? 1 : -1;
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
