import { readFileSync } from "node:fs";
import { parse } from "yaml";
import * as z from "zod";
import { WorkflowsService } from "../../argo/client/index.js";
import { toYaml } from "../../argo/index.js";
import { UsageError, UserError } from "../../definition/errors.js";
import { writeFileAtomicallySync } from "../../files/write-atomically.js";
import { imageLabels } from "../image/image-labels.js";
import { runAddress, writeGithubOutputs } from "../process/github-files.js";
import { onInterrupt } from "../process/on-interrupt.js";
import { workflowExitCode } from "../server/workflow-status.js";
import { startTraining } from "./start-training.js";
import { type TrainingSource, trainingManifest, trainingSeconds } from "./training-manifest.js";
import { watchTraining } from "./watch-training.js";

type Environment = Readonly<Record<string, string | undefined>>;

/** How long a pod may wait for its image before the run is terminated, in milliseconds. */
const pullGrace = 180_000;

/**
 * Trains with a release's image on the cluster: labels the manifest with the release, submits it or finds the run that an
 * earlier attempt left running, and watches it. Writes the submitted manifest to the file, and sets the output `workflow` to
 * the run's name.
 * @param file with a manifest of `tiphys yaml`
 * @param root the project's directory
 * @throws {UserError} if the run fails, or an image cannot be pulled
 */
export async function train(file: string, root: string, env: Environment): Promise<void> {
  const { TAG = "", IMAGE = "", WORKFLOW = "" } = env;
  if (TAG === "" || IMAGE === "" || WORKFLOW === "") {
    throw new UsageError(
      "train: set TAG, IMAGE and WORKFLOW, and ARGO_SERVER, ARGO_NAMESPACE and ARGO_TOKEN.",
    );
  }
  const { source: repository, revision } = imageLabels(root, TAG);
  const source: TrainingSource = { release: TAG, revision, repository, image: IMAGE, run: runAddress(env) };
  const manifest = trainingManifest(readManifest(file), source, trainingSeconds(env.TRAINING_MINUTES));
  writeFileAtomicallySync(file, toYaml([manifest]));
  const write = (line: string): void => console.log(line);
  const service = new WorkflowsService();
  const { signal, release } = onInterrupt({ endsAtSecond: true });
  try {
    const { metadata } = await startTraining(service, manifest, source, WORKFLOW, write);
    writeGithubOutputs({ workflow: metadata.name });
    const last = await watchTraining(service, metadata.name, { write, grace: graceOf(env), signal });
    if (workflowExitCode(last) !== 0) {
      const { phase, message } = last.status ?? {};
      throw new UserError(`${metadata.name} ended as ${phase}${message ? `: ${message}` : ""}.`);
    }
  } catch (error) {
    if (!signal.aborted || error instanceof UserError) throw error;
    throw new UserError(
      "The job was cancelled. The run continues; start the job again to watch it, or stop it in the cluster.",
    );
  } finally {
    release();
    await service.close();
  }
}

/** PULL_GRACE, which is in seconds, in milliseconds; default: three minutes. */
function graceOf({ PULL_GRACE = "" }: Environment): number {
  return /^\d+$/.test(PULL_GRACE) ? Number(PULL_GRACE) * 1000 : pullGrace;
}

function readManifest(file: string): Readonly<Record<string, unknown>> {
  const content = z.record(z.string(), z.unknown()).safeParse(parse(readFileSync(file, "utf8")));
  if (!content.success || content.data.kind !== "Workflow") {
    throw new UserError(
      `${file} is not the manifest of a Workflow. Write it with: npm run yaml -- --output ${file}`,
    );
  }
  return content.data;
}
