import type { Command } from "commander";
import type { Project } from "../../project/project.js";
import { runsOption } from "../../project/runs-directory.js";
import { addConnectionOptions, type ConnectionFlags, withService } from "../../server/connection.js";
import type { CopyFlags } from "../../server/cp/copy-workflow.js";
import { workflowName } from "../../server/last-submission.js";

export function addCpCommand(program: Command, project: Project): void {
  const command = program
    .command("cp")
    .description("copy the outputs of a finished workflow into runs/, as if it had run here")
    .argument("[workflow]", "name, or @latest (default: the workflow submitted last)")
    .option("--task <id...>", "only artifacts of these tasks, such as evaluate or train/0")
    .option("--artifact <name...>", "only artifacts of these names")
    .option("--latest", "let runs/latest point at it")
    .addOption(runsOption());
  addConnectionOptions(command)
    .addHelpText(
      "after",
      `
Other commands take the copy like any other run: step evaluate --from-run NAME. If artifacts are missing from the bucket, they
are reported, the others are copied, and the exit code is 1. A copy that was stopped continues where it stopped.

Examples:
  npx --no tiphys cp
  npx --no tiphys cp @latest --task evaluate --artifact page rocCurve`,
    )
    .action(async (name: string | undefined, flags: ConnectionFlags & CopyFlags) => {
      process.exitCode = await withService(flags, async (service) => {
        const { copyWorkflow } = await import("../../server/cp/copy-workflow.js");
        const found = await service.getWorkflow(workflowName(name, service.connection.namespace));
        return copyWorkflow(service, project, found, flags);
      });
    });
}
