import { type Command, Option } from "commander";
import type { ServerWorkflow, SubmitFrom, WorkflowsService } from "../../../argo/client/index.js";
import { UsageError } from "../../../definition/errors.js";
import { printable } from "../../../definition/printable.js";
import { chooseWorkflow } from "../../choose-workflow.js";
import type { Project } from "../../project.js";
import { checkDatasets } from "../../server/check-datasets.js";
import { compileAndLint } from "../../server/compile-and-lint.js";
import { addConnectionOptions, type ConnectionFlags } from "../../server/connection-options.js";
import { followWorkflow } from "../../server/follow-workflow.js";
import { rememberSubmission } from "../../server/last-submission.js";
import { withService } from "../../server/with-service.js";
import { addManifestOptions, type ManifestFlags } from "../manifest-flags.js";

interface SubmitFlags extends ManifestFlags, ConnectionFlags {
  readonly from?: string;
  readonly name?: string;
  readonly store?: string;
  readonly watch?: true;
  readonly log?: true;
  readonly wait?: true;
}

export function addSubmitCommand(program: Command, project: Project): void {
  const command = program
    .command("submit")
    .description("compile a workflow and run it on the cluster")
    .argument("[workflow]", `its name; ${project.workflows[0].name} where left out`)
    .addOption(
      new Option(
        "--from <kind/name>",
        "run what the cluster keeps instead: workflowtemplate/NAME, clusterworkflowtemplate/NAME or cronwf/NAME",
      ).conflicts("image"),
    )
    .option(
      "--name <name>",
      "of the new workflow (default: made from the workflow's, with five random characters)",
    );
  addManifestOptions(command)
    .option(
      "--store <address>",
      "look for the dataset in s3://BUCKET/PREFIX?endpoint=… before (default: the bucket that its definition names)",
    )
    .option("--watch", "draw its tree until it has ended")
    .option("--log", "print what its steps write until it has ended")
    .option("--wait", "print nothing more until it has ended");
  addConnectionOptions(command)
    .addHelpText(
      "after",
      `
The manifest is linted here and by the server before it is created. With --watch, --log or --wait the exit code tells how it ended:
0 succeeded, 1 failed. Ctrl-C stops watching; the workflow goes on.

Examples:
  npx --no pipeline submit --watch
  npx --no pipeline submit --set testSize=0.3 --image ghcr.io/me/train:1.2.0
  npx --no pipeline submit --from workflowtemplate/model-training-pipeline --log`,
    )
    .action(async (name: string | undefined, flags: SubmitFlags) => {
      process.exitCode = await withService(flags, async (service) => {
        const submitted =
          flags.from === undefined
            ? await submitCompiled(service, project, name, flags)
            : await submitKept(service, name, flags.from, flags);
        tell(service, submitted);
        return followWorkflow(service, submitted, modeOf(flags));
      });
    });
}

async function submitCompiled(
  service: WorkflowsService,
  project: Project,
  name: string | undefined,
  flags: SubmitFlags,
): Promise<ServerWorkflow> {
  const workflow = chooseWorkflow(project, name);
  const compiled = await compileAndLint(workflow, "Workflow", flags);
  await checkDatasets(workflow, Object.fromEntries(flags.set ?? []), flags.store);
  await service.lint(compiled);
  return service.createWorkflow(compiled, flags.name === undefined ? {} : { name: flags.name });
}

function submitKept(
  service: WorkflowsService,
  name: string | undefined,
  from: string,
  flags: SubmitFlags,
): Promise<ServerWorkflow> {
  if (name !== undefined) {
    throw new UsageError(`--from runs what the cluster keeps: leave the workflow's name "${name}" out.`);
  }
  const { serviceAccount } = flags;
  return service.submitFrom({
    ...keptBy(from),
    parameters: Object.fromEntries(flags.set ?? []),
    labels: Object.fromEntries(flags.label ?? []),
    ...(flags.name === undefined ? {} : { workflowName: flags.name }),
    ...(serviceAccount === undefined ? {} : { serviceAccount }),
  });
}

/** The words of `argo submit --from`. */
const keptKinds: Readonly<Record<string, SubmitFrom["kind"]>> = {
  workflowtemplate: "WorkflowTemplate",
  wftmpl: "WorkflowTemplate",
  clusterworkflowtemplate: "ClusterWorkflowTemplate",
  cwftmpl: "ClusterWorkflowTemplate",
  cronwf: "CronWorkflow",
  cronworkflow: "CronWorkflow",
};

function keptBy(from: string): Pick<SubmitFrom, "kind" | "name"> {
  const [kindName = "", name = "", ...rest] = from.split("/");
  const kind = keptKinds[kindName.toLowerCase()];
  if (kind === undefined || name === "" || rest.length > 0) {
    throw new UsageError(
      `--from ${from}: expected workflowtemplate/NAME, clusterworkflowtemplate/NAME or cronwf/NAME.`,
    );
  }
  return { kind, name };
}

function tell(service: WorkflowsService, { metadata }: ServerWorkflow): void {
  const { baseUrl, namespace } = service.connection;
  rememberSubmission({ name: metadata.name, namespace });
  console.log(printable(`Submitted ${metadata.name} to ${namespace}`));
  console.log(`  ${baseUrl}/workflows/${encodeURIComponent(namespace)}/${encodeURIComponent(metadata.name)}`);
}

function modeOf({ watch, log, wait }: SubmitFlags): {
  readonly watch: boolean;
  readonly log: boolean;
  readonly wait: boolean;
} {
  return { watch: watch === true, log: log === true, wait: wait === true };
}
