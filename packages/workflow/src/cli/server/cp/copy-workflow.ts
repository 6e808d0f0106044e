import { pluralize, printable } from "@tiphys/argo-lint/text";
import { isFinished, type ServerWorkflow, type WorkflowsService } from "../../../argo/client/index.js";
import { UserError } from "../../../definition/errors.js";
import { linkLatest } from "../../../local/run-directory.js";
import { exitCode } from "../../process/exit-code.js";
import { onInterrupt } from "../../process/on-interrupt.js";
import { bytesText } from "../../progress/transfer-line.js";
import type { Project } from "../../project/project.js";
import { shortPath } from "../../project/project-root.js";
import { runsDirectory } from "../../project/runs-directory.js";
import { matchProjectWorkflow } from "../match-project-workflow.js";
import { copyRun } from "./copy-run.js";

export interface CopyFlags {
  readonly artifact?: readonly string[];
  readonly task?: readonly string[];
  readonly runs?: string;
  readonly latest?: true;
}

/**
 * Copies a finished workflow into the runs directory, and reports each artifact.
 * @returns the exit code: 1 if an artifact could not be copied, 3 if the workflow has not ended, 130 after Ctrl-C
 */
export async function copyWorkflow(
  service: WorkflowsService,
  project: Project,
  found: ServerWorkflow,
  flags: CopyFlags,
): Promise<number> {
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
      noLogs: (why) => console.error(printable(why)),
      missed: (path, why) => console.error(printable(`${path} could not be copied: ${why}`)),
    });
    if (flags.latest) linkLatest(runsDirectory(flags.runs), workflow);
    const before = kept === 0 ? "" : `, ${kept} were there already`;
    console.log(`${pluralize(copied, "artifact")} (${bytesText(sum)})${before}: ${shortPath(directory)}`);
    return missed === 0 ? exitCode.succeeded : exitCode.failed;
  } catch (error) {
    if (!signal.aborted || error instanceof UserError) throw error;
    console.error(`\nStopped. What was copied is kept: "cp ${workflow}" continues from there.`);
    return exitCode.interrupted;
  } finally {
    release();
  }
}
