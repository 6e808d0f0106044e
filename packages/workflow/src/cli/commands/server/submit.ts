import { type Command, Option } from "commander";
import type { ServerWorkflow, SubmitFrom, WorkflowsService } from "../../../argo/client/index.js";
import { UsageError } from "../../../definition/errors.js";
import { omitUndefined } from "../../../definition/omit-undefined.js";
import { printable } from "../../../definition/printable.js";
import { addManifestOptions, type ManifestFlags } from "../../options/manifest-flags.js";
import { chooseWorkflow } from "../../project/choose-by-name.js";
import type { Project } from "../../project/project.js";
import { compileAndLint } from "../../server/compile-and-lint.js";
import { addConnectionOptions, type ConnectionFlags, withService } from "../../server/connection.js";
import { rememberSubmission } from "../../server/last-submission.js";
import { checkDatasets } from "../../server/submit/check-datasets.js";
import { followWorkflow } from "../../server/watch/follow-workflow.js";

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
  npx --no pipeline submit --watch
  npx --no pipeline submit --set testSize=0.3 --image ghcr.io/me/train:1.2.0
  npx --no pipeline submit --from workflowtemplate/model-training-pipeline --log`,
    )
    .action(async (name: string | undefined, flags: SubmitFlags) => {
      process.exitCode = await withService(flags, async (service) => {
        const submitted =
          flags.from === undefined
            ? await submitCompiled(service, project, name, flags)
            : await submitStored(service, name, flags.from, flags);
        reportSubmission(service, submitted);
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

function submitStored(
  service: WorkflowsService,
  name: string | undefined,
  from: string,
  flags: SubmitFlags,
): Promise<ServerWorkflow> {
  if (name !== undefined) {
    throw new UsageError(`--from runs a resource of the cluster: omit the workflow's name "${name}".`);
  }
  const { serviceAccount } = flags;
  return service.submitFrom({
    ...storedResource(from),
    parameters: Object.fromEntries(flags.set ?? []),
    labels: Object.fromEntries(flags.label ?? []),
    ...omitUndefined({ workflowName: flags.name, serviceAccount }),
  });
}

/** The kinds that `argo submit --from` takes. */
const storedKinds: Readonly<Record<string, SubmitFrom["kind"]>> = {
  workflowtemplate: "WorkflowTemplate",
  wftmpl: "WorkflowTemplate",
  clusterworkflowtemplate: "ClusterWorkflowTemplate",
  cwftmpl: "ClusterWorkflowTemplate",
  cronwf: "CronWorkflow",
  cronworkflow: "CronWorkflow",
};

function storedResource(from: string): Pick<SubmitFrom, "kind" | "name"> {
  const [kindName = "", name = "", ...rest] = from.split("/");
  const kind = storedKinds[kindName.toLowerCase()];
  if (kind === undefined || name === "" || rest.length > 0) {
    throw new UsageError(
      `--from ${from}: expected workflowtemplate/NAME, clusterworkflowtemplate/NAME or cronwf/NAME.`,
    );
  }
  return { kind, name };
}

function reportSubmission(service: WorkflowsService, { metadata }: ServerWorkflow): void {
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
