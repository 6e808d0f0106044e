import type { ServerWorkflow, WorkflowsService } from "../../argo/client/index.js";
import type { ManifestObject } from "../../argo/client/requests.js";
import { isFinished } from "../../argo/client/workflow.js";
import { imageAnnotation, type TrainingSource, trainingLabels } from "./training-manifest.js";

/**
 * Starts a training run, unless a cancelled job has left one of the same release, commit and image running, which is used
 * then. Runs of the release with another image are stopped, because no job waits for them.
 * @param name for a new run
 * @returns the run to watch
 */
export async function startTraining(
  service: Pick<WorkflowsService, "listWorkflows" | "stopWorkflow" | "lint" | "createWorkflow">,
  manifest: ManifestObject,
  source: TrainingSource,
  name: string,
  write: (line: string) => void,
): Promise<ServerWorkflow> {
  const labelSelector = Object.entries(trainingLabels(source))
    .map(([label, value]) => `${label}=${value}`)
    .join(",");
  const running = (await service.listWorkflows({ labelSelector })).filter((each) => !isFinished(each));
  const [same] = running.filter((each) => each.metadata.annotations?.[imageAnnotation] === source.image);
  for (const other of running) {
    if (other === same) continue;
    write(`${other.metadata.name} of an earlier attempt is stopped.`);
    await service.stopWorkflow(other.metadata.name, {
      message: `Another run of release ${source.release} began.`,
    });
  }
  if (same !== undefined) {
    write(
      `${same.metadata.name} of an earlier attempt is running: watching it instead of submitting another.`,
    );
    return same;
  }
  await service.lint(manifest);
  const created = await service.createWorkflow(manifest, { name });
  write(`Submitted ${created.metadata.name} to ${created.metadata.namespace}`);
  return created;
}
