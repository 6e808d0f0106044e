import { readFileSync } from "node:fs";
import { join } from "node:path";
import { printable } from "@tiphys/argo-lint/text";
import { UserError } from "../../../../definition/errors.js";
import type { OnnxFile } from "../../../../definition/model-export.js";
import { omitUndefined } from "../../../../definition/omit-undefined.js";
import { redactSecrets } from "../../../../definition/redact-secrets.js";
import { summaryOf } from "../../../../history/summary-of.js";
import type { RunRecord } from "../../../../local/run-record.js";
import { findRun } from "../../../project/find-run.js";
import type { Project } from "../../../project/project.js";
import { artifactFolder } from "./artifact-folder.js";
import { logValues } from "./log-values.js";
import { mlflowModel, modelFolder } from "./mlflow-model.js";
import { findOrCreateRun, type MlflowRun } from "./mlflow-run.js";
import { MlflowServer } from "./mlflow-server.js";
import { mlflowStatus } from "./mlflow-values.js";
import { modelOfRun } from "./model-of-run.js";
import { filesOfRun } from "./run-files.js";
import { trackingAddress } from "./tracking-address.js";

/**
 * Sends a run to an MLflow server: parameters, metrics, tags, the files that its tasks have written, and the model. A run that is
 * there already is updated.
 * @param environment may contain the credentials that {@link trackingAddress} describes
 * @throws {MlflowError} if the server rejects a request
 * @throws {UnreachableError} if it does not answer
 * @throws {UserError} if there is no such run, or the server does not give access to its artifacts
 */
export async function exportMlflow(
  project: Project,
  runs: string,
  run: string,
  uri: string,
  environment: NodeJS.ProcessEnv,
): Promise<void> {
  const server = new MlflowServer(trackingAddress(uri, environment));
  const record = findRun(runs, run);
  const summary = summaryOf(record.directory, project.workflows);
  // Before anything is sent: a model that was changed is refused.
  const model = await modelOfRun(project, record);
  const target = await findOrCreateRun(server, summary, record.run);
  await logValues(server, target, summary);
  const folder = artifactFolder(server.address, target.artifactUri);
  const files = folder === undefined ? 0 : await sendFiles(server, folder, target, record, model);
  const finished = record.finishedAt === undefined ? undefined : Date.parse(record.finishedAt);
  // Last: until then MLflow shows a new run as running.
  await server.tell("The run cannot be ended", "runs/update", {
    run_id: target.id,
    status: mlflowStatus(record.phase),
    ...omitUndefined({ end_time: finished }),
  });
  if (folder === undefined) throw noArtifacts(target);
  const [experiment, id] = [target.experiment, target.id].map(encodeURIComponent);
  const page = `${server.address.baseUrl}/#/experiments/${experiment}/runs/${id}`;
  console.log(
    `${printable(record.run)} was ${target.isNew ? "sent" : "updated"}, with ${files} files: ${page}`,
  );
  if (typeof model === "string") console.error(printable(`Its model was not sent: ${model}`));
}

async function sendFiles(
  server: MlflowServer,
  folder: string,
  target: MlflowRun,
  record: RunRecord,
  model: OnnxFile | string | undefined,
): Promise<number> {
  const about = redactSecrets(readFileSync(join(record.directory, "run.json"), "utf8"), []);
  await server.upload(`${folder}/run.json`, new TextEncoder().encode(about));
  const files = filesOfRun(record);
  for (const path of files) await server.upload(`${folder}/${path}`, { file: join(record.directory, path) });
  const count =
    model === undefined || typeof model === "string"
      ? 0
      : await sendModel(server, folder, target, record, model);
  return 1 + files.length + count;
}

/** @returns the number of its files */
async function sendModel(
  server: MlflowServer,
  folder: string,
  { id, tags }: MlflowRun,
  { startedAt }: RunRecord,
  model: OnnxFile,
): Promise<number> {
  const { files, entry } = mlflowModel(model, id, startedAt);
  for (const [path, bytes] of Object.entries(files))
    await server.upload(`${folder}/${modelFolder}/${path}`, bytes);
  const key = "mlflow.log-model.history";
  if (!tags.has(key)) {
    const history = { key, value: JSON.stringify([entry]) };
    await server.tell("The model cannot be shown", "runs/log-batch", { run_id: id, tags: [history] });
  }
  return Object.keys(files).length;
}

function noArtifacts({ artifactUri, experiment }: MlflowRun): UserError {
  return new UserError(
    `Parameters, metrics and tags were sent, files and model were not: they would go to ${printable(redactSecrets(artifactUri, []))}, which the server gives no access to. ` +
      "Start the server with --serve-artifacts, rename this experiment, whose files stay where they are " +
      `(mlflow experiments rename --experiment-id ${printable(experiment)} --new-name NAME), and export again.`,
  );
}
