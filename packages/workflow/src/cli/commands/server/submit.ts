import { printable } from "@tiphys/argo-lint/text";
import { type Command, Option } from "commander";
import type { ServerWorkflow, WorkflowsService } from "../../../argo/client/index.js";
import { addManifestOptions } from "../../options/manifest-flags.js";
import type { Project } from "../../project/project.js";
import { addConnectionOptions, type ConnectionFlags, withService } from "../../server/connection.js";
import { rememberSubmission } from "../../server/last-submission.js";
import type { SubmitFlags } from "../../server/submit/submit-workflow.js";

interface SubmitCommandFlags extends SubmitFlags, ConnectionFlags {
  readonly namespace?: string;
  readonly watch?: true;
  readonly log?: true;
  readonly wait?: true;
}

export function addSubmitCommand(program: Command, project: Project): void {
  const command = program
    .command("submit")
    .description("compile a workflow and run it on the cluster")
    .argument("[workflow]", `its name (default: ${project.workflows[0].name})`)
    .addOption(
      new Option(
        "--from <kind/name>",
        "run a resource of the cluster instead: workflowtemplate/NAME, clusterworkflowtemplate/NAME or cronwf/NAME",
      ).conflicts("image"),
    )
    .option(
      "--name <name>",
      "name of the new workflow (default: the workflow's name with five random characters)",
    );
  addManifestOptions(command)
    .option(
      "--store <address>",
      "first look for the dataset in s3://BUCKET/PREFIX?endpoint=… (default: the bucket in its definition)",
    )
    .option("--watch", "show its tree until it has ended")
    .option("--log", "print its logs until it has ended")
    .option("--wait", "wait silently until it has ended");
  addConnectionOptions(command)
    .addHelpText(
      "after",
      `
The manifest is linted here and by the server before the workflow is created. With --watch, --log or --wait the exit code is 0
if the workflow succeeded and 1 if it failed. Ctrl-C stops watching; the workflow continues.

Examples:
  npx --no tiphys submit --watch
  npx --no tiphys submit --set testSize=0.3 --image ghcr.io/me/train:1.2.0
  npx --no tiphys submit --from workflowtemplate/model-training-pipeline --log`,
    )
    .action(async (name: string | undefined, flags: SubmitCommandFlags) => {
      process.exitCode = await withService(flags, async (service) => {
        const { submitWorkflow } = await import("../../server/submit/submit-workflow.js");
        const { followWorkflow } = await import("../../server/watch/follow-workflow.js");
        const submitted = await submitWorkflow(service, project, name, flags);
        reportSubmission(service, submitted);
        return followWorkflow(service, submitted, modeOf(flags));
      });
    });
}

function reportSubmission(service: WorkflowsService, { metadata }: ServerWorkflow): void {
  const { baseUrl, namespace } = service.connection;
  rememberSubmission({ name: metadata.name, namespace });
  console.log(printable(`Submitted ${metadata.name} to ${namespace}`));
  console.log(`  ${baseUrl}/workflows/${encodeURIComponent(namespace)}/${encodeURIComponent(metadata.name)}`);
}

function modeOf({ watch, log, wait }: SubmitCommandFlags): {
  readonly watch: boolean;
  readonly log: boolean;
  readonly wait: boolean;
} {
  return { watch: watch === true, log: log === true, wait: wait === true };
}
