import type { Command } from "commander";
import { addConnectionOptions, type ConnectionFlags, withService } from "../../server/connection.js";
import { workflowName } from "../../server/last-submission.js";
import { addNodeOptions, type NodeFlags, nodeFilterOf } from "../../server/node-selector.js";

export function addWatchCommand(program: Command): void {
  const command = program
    .command("watch")
    .description("show a workflow until it has ended")
    .argument("[workflow]", "name, or @latest (default: the workflow submitted last)");
  addNodeOptions(command);
  addConnectionOptions(command)
    .addHelpText(
      "after",
      `
On a terminal its tree is kept up to date; elsewhere a line is printed for each step that starts or ends. The exit code is 0 if
the workflow succeeded and 1 if it failed. Ctrl-C stops watching (exit code 130); the workflow continues. If the connection to
the server is lost, watching continues when the server is back.`,
    )
    .action(async (name: string | undefined, flags: ConnectionFlags & NodeFlags) => {
      const { followWorkflow } = await import("../../server/watch/follow-workflow.js");
      const shown = nodeFilterOf(flags);
      process.exitCode = await withService(flags, async (service) => {
        const workflow = await service.getWorkflow(workflowName(name, service.connection.namespace));
        return followWorkflow(service, workflow, { watch: true, log: false, wait: false, shown });
      });
    });
}
