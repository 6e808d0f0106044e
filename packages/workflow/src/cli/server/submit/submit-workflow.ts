import type { ServerWorkflow, SubmitFrom, WorkflowsService } from "../../../argo/client/index.js";
import { UsageError } from "../../../definition/errors.js";
import { omitUndefined } from "../../../definition/omit-undefined.js";
import type { ManifestFlags } from "../../options/manifest-flags.js";
import { withManifestParameters } from "../../parameters/with-file-parameters.js";
import { chooseWorkflow } from "../../project/choose-by-name.js";
import type { Project } from "../../project/project.js";
import { compileAndLint } from "../compile-and-lint.js";
import { checkDatasets } from "./check-datasets.js";

export interface SubmitFlags extends ManifestFlags {
  readonly from?: string;
  readonly name?: string;
  readonly store?: string;
}

/**
 * Submits a workflow of the project, or a resource of the cluster with `--from`.
 * @param name of the project's workflow; default: its first
 * @throws {UserError} if the linter or the server would refuse it, or its dataset is not in the store
 */
export async function submitWorkflow(
  service: WorkflowsService,
  project: Project,
  name: string | undefined,
  flags: SubmitFlags,
): Promise<ServerWorkflow> {
  return flags.from === undefined
    ? submitCompiled(service, project, name, flags)
    : submitStored(service, name, flags.from, flags);
}

async function submitCompiled(
  service: WorkflowsService,
  project: Project,
  name: string | undefined,
  given: SubmitFlags,
): Promise<ServerWorkflow> {
  const workflow = chooseWorkflow(project, name);
  const flags = await withManifestParameters(workflow, given);
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
  if (flags.params !== undefined) {
    throw new UsageError(`--params is checked by a workflow of the project. With --from, use --set.`);
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
