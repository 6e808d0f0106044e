import type { Command } from "commander";
import { UserError } from "../../../definition/errors.js";
import { pluralize } from "../../../definition/pluralize.js";
import { printable } from "../../../definition/printable.js";
import { linkLatest } from "../../../local/run-directory.js";
import { exitCode } from "../../process/exit-code.js";
import { onInterrupt } from "../../process/on-interrupt.js";
import { bytesText } from "../../progress/transfer-line.js";
import type { Project } from "../../project/project.js";
import { shortPath } from "../../project/project-root.js";
import { runsDirectory, runsOption } from "../../project/runs-directory.js";
import { addConnectionOptions, type ConnectionFlags, withService } from "../../server/connection.js";
import { workflowName } from "../../server/last-submission.js";

interface CpFlags extends ConnectionFlags {
  readonly artifact?: readonly string[];
  readonly task?: readonly string[];
  readonly runs?: string;
  readonly latest?: true;
}

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
  npx --no pipeline cp
  npx --no pipeline cp @latest --task evaluate --artifact page rocCurve`,
    )
    .action(async (name: string | undefined, flags: CpFlags) => {
      process.exitCode = await withService(flags, async (service) => {
        const { isFinished } = await import("../../../argo/client/index.js");
        const { matchProjectWorkflow } = await import("../../server/match-project-workflow.js");
        const { copyRun } = await import("../../server/cp/copy-run.js");
        const found = await service.getWorkflow(workflowName(name, service.connection.namespace));
        const workflow = found.metadata.name;
        if (!isFinished(found)) {
          console.error(printable(`${workflow} has not ended yet. Wait with: watch ${workflow}`));
          return exitCode.incomplete;
        }
        const own = matchProjectWorkflow(project, found);
        if (own === undefined) {
          console.error(
            `${workflow} matches none of this project's current workflows: its files are named after its nodes.`,
          );
        }
        const { signal, release } = onInterrupt({ endsAtSecond: true });
        let sum = 0;
        try {
          const { directory, copied, kept, missed } = await copyRun(service, found, own, {
            runs: runsDirectory(flags.runs),
            artifacts: flags.artifact ?? [],
            tasks: flags.task ?? [],
            signal,
            copied(path, bytes) {
              sum += bytes;
              console.log(`${printable(path)}  ${bytesText(bytes)}`);
            },
            missed: (path, why) => console.error(printable(`${path} could not be copied: ${why}`)),
          });
          if (flags.latest) linkLatest(runsDirectory(flags.runs), workflow);
          const before = kept === 0 ? "" : `, ${kept} were there already`;
          console.log(
            `${pluralize(copied, "artifact")} (${bytesText(sum)})${before}: ${shortPath(directory)}`,
          );
          return missed === 0 ? exitCode.succeeded : exitCode.failed;
        } catch (error) {
          if (!signal.aborted || error instanceof UserError) throw error;
          console.error(`\nStopped. What was copied is kept: "cp ${workflow}" continues from there.`);
          return exitCode.interrupted;
        } finally {
          release();
        }
      });
    });
}
