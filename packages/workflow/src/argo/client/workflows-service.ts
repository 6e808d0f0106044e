import type { Readable } from "node:stream";
import * as z from "zod";
import { type ArtifactAddress, listArtifactFiles, readArtifact } from "./artifact-files.js";
import { type ConnectionOptions, connectionOf, type ServerConnection } from "./connection.js";
import { createOnce } from "./create-once.js";
import { followLogs, type LogLine, type LogOptions } from "./follow-logs.js";
import { generateName } from "./generate-name.js";
import { Http } from "./http.js";
import { NamespacedApi } from "./namespaced-api.js";
import {
  fieldsOf,
  kindFields,
  kindPlurals,
  type ListOptions,
  type ManifestObject,
  type NodeSelection,
  nameOf,
  type StoredResourceKind,
  type SubmitFrom,
} from "./requests.js";
import { type SaveOptions, saveArtifact } from "./save-artifact.js";
import {
  createStoredResource,
  getStoredResource,
  setCronSuspended,
  updateStoredResource,
} from "./stored-resources.js";
import { watchWorkflow } from "./watch-workflow.js";
import { type ServerWorkflow, workflowSchema } from "./workflow.js";

const listSchema = z.looseObject({ items: z.array(workflowSchema).nullish() });
/** What a list shows. */
const listFields = [
  "metadata",
  ...["metadata", "spec", "status.phase", "status.message", "status.startedAt", "status.finishedAt"].map(
    (field) => `items.${field}`,
  ),
  "items.status.progress",
  "items.status.estimatedDuration",
].join();
/**
 * What can be done with workflows on an Argo Server, from code.
 *
 * Every method throws a `ServerError` where the server refuses, and an `UnreachableError` where no answer comes after
 * some attempts. Close it at the end, or the process waits for its connections.
 *
 * @example
 * const service = new WorkflowsService();                       // ARGO_SERVER, ARGO_TOKEN, ARGO_NAMESPACE
 * const { metadata } = await service.createWorkflow(manifest);
 * for await (const workflow of service.watchWorkflow(metadata.name)) console.log(workflow.status?.phase);
 * await service.close();
 */
export class WorkflowsService {
  readonly connection: ServerConnection;
  readonly #http: Http;
  readonly #calls: NamespacedApi;

  /** @throws {UsageError} where no server is named, or its address cannot be read */
  constructor(options: ConnectionOptions = {}) {
    this.connection = connectionOf(options);
    this.#http = new Http(this.connection);
    this.#calls = new NamespacedApi(this.#http);
  }

  /** Ends all connections. */
  close(): Promise<void> {
    return this.#http.close();
  }

  /** Asks the server what it thinks of a manifest; nothing is created. @throws {ServerError} naming what is wrong */
  async lint(manifest: ManifestObject): Promise<void> {
    const [plural, field] =
      manifest.kind === "WorkflowTemplate" || manifest.kind === "CronWorkflow"
        ? [kindPlurals[manifest.kind], kindFields[manifest.kind]]
        : ["workflows", "workflow"];
    await this.#http.json({
      method: "POST",
      path: `/api/v1/${plural}/${this.#calls.namespace}/lint`,
      body: { namespace: this.connection.namespace, [field]: manifest },
      what: `${nameOf(manifest)} does not pass the server's lint`,
      repeatable: true,
    });
  }

  /**
   * Creates a workflow. A lost answer never makes two: its name is chosen here, and looked up before it is sent again.
   *
   * @param options.name instead of the manifest's own, or of one made from its `generateName`
   * @throws {ServerError} `already-exists` where the name is taken
   */
  createWorkflow(
    manifest: ManifestObject,
    options: { readonly name?: string } = {},
  ): Promise<ServerWorkflow> {
    const { generateName: prefix = "workflow-", ...metadata } = fieldsOf(manifest.metadata);
    const name = String(options.name ?? metadata.name ?? generateName(String(prefix)));
    return createOnce(
      this.#calls.creations(`${name} cannot be submitted`),
      name,
      this.#calls.withInstance(metadata),
      (marked) => ({
        path: `/api/v1/workflows/${this.#calls.namespace}`,
        body: {
          namespace: this.connection.namespace,
          workflow: { ...manifest, metadata: { ...marked, name } },
        },
      }),
    );
  }

  /** Submits a workflow from a template or a cron workflow of the cluster; as carefully as {@link createWorkflow}. */
  submitFrom({
    kind,
    name,
    workflowName,
    parameters = {},
    labels = {},
    serviceAccount,
  }: SubmitFrom): Promise<ServerWorkflow> {
    const chosen = workflowName ?? generateName(`${name}-`);
    const metadata = this.#calls.withInstance({ labels });
    return createOnce(
      this.#calls.creations(`A workflow from ${kind} ${name} cannot be submitted`),
      chosen,
      metadata,
      (marked) => ({
        path: `/api/v1/workflows/${this.#calls.namespace}/submit`,
        body: {
          namespace: this.connection.namespace,
          resourceKind: kind,
          resourceName: name,
          submitOptions: {
            name: chosen,
            parameters: Object.entries(parameters).map(([parameter, value]) => `${parameter}=${value}`),
            labels: pairs(marked.labels),
            annotations: pairs(marked.annotations),
            ...(serviceAccount === undefined ? {} : { serviceAccount }),
          },
        },
      }),
    );
  }

  /** @throws {ServerError} `not-found` where there is none of that name */
  getWorkflow(name: string): Promise<ServerWorkflow> {
    return this.#calls.getWorkflow(name);
  }

  /** The workflows of the namespace, the youngest first. */
  async listWorkflows({ labelSelector, limit, whole }: ListOptions = {}): Promise<ServerWorkflow[]> {
    const answer = await this.#http.json({
      method: "GET",
      path: `/api/v1/workflows/${this.#calls.namespace}`,
      query: {
        "listOptions.labelSelector": this.#calls.selector(labelSelector),
        "listOptions.limit": limit === undefined ? undefined : String(limit),
        fields: whole === true ? undefined : listFields,
      },
      what: `The workflows of namespace ${this.connection.namespace} cannot be listed`,
    });
    const items = this.#calls.parse(listSchema, answer).items ?? [];
    const time = ({ metadata }: ServerWorkflow): string => metadata.creationTimestamp ?? "";
    return items.sort((a, b) => (time(a) < time(b) ? 1 : time(a) > time(b) ? -1 : 0));
  }

  /**
   * A workflow each time that it changes, beginning with how it is now, until it has finished. Goes on where it stopped
   * when the stream breaks or the server starts anew.
   */
  watchWorkflow(name: string, signal?: AbortSignal): AsyncGenerator<ServerWorkflow> {
    return watchWorkflow(this.#http, this.connection.namespace, name, signal);
  }

  /** The lines that the pods of a workflow have written, each with its pod's name; with `follow` until it has finished. */
  logs(name: string, options: LogOptions = {}): AsyncGenerator<LogLine> {
    return followLogs(this.#http, this.connection.namespace, name, options);
  }

  /** Lets a suspended workflow go on. */
  resumeWorkflow(name: string, { nodeFieldSelector }: NodeSelection = {}): Promise<ServerWorkflow> {
    return this.#calls.act(name, "resume", "resumed", { nodeFieldSelector });
  }

  /** Gives a waiting suspend node the values of its output parameters. It waits on until it is resumed. */
  setOutputs(
    name: string,
    nodeFieldSelector: string,
    parameters: Readonly<Record<string, string>>,
  ): Promise<ServerWorkflow> {
    return this.#calls.act(name, "set", "given values", {
      nodeFieldSelector,
      outputParameters: JSON.stringify(parameters),
    });
  }

  /** Runs what has failed once more, and what comes behind it. */
  retryWorkflow(
    name: string,
    options: NodeSelection & {
      readonly restartSuccessful?: boolean;
      readonly parameters?: Readonly<Record<string, string>>;
    } = {},
  ): Promise<ServerWorkflow> {
    const { nodeFieldSelector, restartSuccessful, parameters } = options;
    return this.#calls.act(name, "retry", "retried", {
      nodeFieldSelector,
      restartSuccessful,
      ...(parameters === undefined ? {} : { parameters: assignments(parameters) }),
    });
  }

  /** Makes a new workflow from one that ran. */
  resubmitWorkflow(
    name: string,
    {
      memoized,
      parameters,
    }: { readonly memoized?: boolean; readonly parameters?: Readonly<Record<string, string>> } = {},
  ): Promise<ServerWorkflow> {
    // No name can be chosen here, so that it is not sent again where no answer comes.
    return this.#calls.act(
      name,
      "resubmit",
      "resubmitted",
      { memoized, ...(parameters === undefined ? {} : { parameters: assignments(parameters) }) },
      false,
    );
  }

  /** Starts no new step; exit handlers run. */
  stopWorkflow(name: string, { message }: { readonly message?: string } = {}): Promise<ServerWorkflow> {
    return this.#calls.act(name, "stop", "stopped", { message });
  }

  /** Ends it at once; exit handlers do not run. */
  terminateWorkflow(name: string): Promise<ServerWorkflow> {
    return this.#calls.act(name, "terminate", "terminated", {});
  }

  /** Starts no new step until it is resumed. */
  suspendWorkflow(name: string): Promise<ServerWorkflow> {
    return this.#calls.act(name, "suspend", "suspended", {});
  }

  /** Removes a workflow and its pods. Artifacts stay, unless the workflow says otherwise. */
  async deleteWorkflow(name: string): Promise<void> {
    await this.#http.json({
      method: "DELETE",
      path: this.#calls.path(name),
      what: `The workflow ${name} cannot be deleted`,
    });
  }

  /**
   * The content of an artifact, as it is stored.
   * @throws {ServerError} `not-found` where there is none; `server-fault` where the server cannot read the bucket
   */
  artifact(address: ArtifactAddress, signal?: AbortSignal): Promise<Readable> {
    return readArtifact(this.#http, address, signal);
  }

  /**
   * Writes the content of an artifact to a file. Where the connection breaks, it goes on where it was.
   * @returns its size in bytes
   * @throws {ServerError} as {@link artifact}
   * @throws {UnreachableError} where nothing more comes until the retry deadline
   */
  saveArtifact(address: ArtifactAddress, path: string, options?: SaveOptions): Promise<number> {
    return saveArtifact(this.#http, address, path, options);
  }

  /**
   * Paths of the files of an artifact that is a directory, below it; none where it is a file.
   * @throws {ServerError} where it holds an `index.html`, which the server shows instead
   */
  artifactFiles(address: ArtifactAddress, signal?: AbortSignal): Promise<string[]> {
    return listArtifactFiles(this.#http, address, signal);
  }

  /** Creates a template or a cron workflow. @throws {ServerError} `already-exists` */
  create(kind: StoredResourceKind, manifest: ManifestObject): Promise<ManifestObject> {
    return createStoredResource(this.#calls, kind, manifest);
  }

  /** Replaces a template or a cron workflow of the same name. @throws {ServerError} `not-found`, `conflict` */
  update(kind: StoredResourceKind, manifest: ManifestObject): Promise<ManifestObject> {
    return updateStoredResource(this.#calls, kind, manifest);
  }

  /** A template or a cron workflow of the cluster. @throws {ServerError} `not-found` */
  get(kind: StoredResourceKind, name: string): Promise<ManifestObject> {
    return getStoredResource(this.#calls, kind, name);
  }

  /** Lets a cron workflow start no more runs, or start them again. */
  setCronSuspended(name: string, suspended: boolean): Promise<ManifestObject> {
    return setCronSuspended(this.#calls, name, suspended);
  }
}

function assignments(values: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(values).map(([name, value]) => `${name}=${value}`);
}

/** `a=b,c=d`, as the server's submit options have labels. */
function pairs(values: unknown): string {
  return assignments(fieldsOf(values)).join(",");
}
