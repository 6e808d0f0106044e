import type { Readable } from "node:stream";
import { type ArtifactAddress, listArtifactFiles, readArtifact } from "./artifact-files.js";
import { type ConnectionOptions, connectionOf, type ServerConnection } from "./connection.js";
import { createWorkflow, submitFrom } from "./create-workflow.js";
import { followLogs, type LogLine, type LogOptions } from "./follow-logs.js";
import { Http } from "./http.js";
import { listWorkflows } from "./list-workflows.js";
import { NamespacedApi } from "./namespaced-api.js";
import {
  assignments,
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
import type { ServerWorkflow } from "./workflow.js";

/**
 * A client for the workflows of an Argo Server.
 *
 * Every method throws a `ServerError` if the server rejects the request, and an `UnreachableError` if no response comes after
 * several attempts. Close it at the end; open connections keep the process alive.
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
  readonly #api: NamespacedApi;

  /** @throws {UsageError} if no server is set or its address is not valid */
  constructor(options: ConnectionOptions = {}) {
    this.connection = connectionOf(options);
    this.#http = new Http(this.connection);
    this.#api = new NamespacedApi(this.#http);
  }

  /** Closes all connections. */
  close(): Promise<void> {
    return this.#http.close();
  }

  /** Lints a manifest on the server, without creating anything. @throws {ServerError} with the problem */
  async lint(manifest: ManifestObject): Promise<void> {
    const [plural, field] =
      manifest.kind === "WorkflowTemplate" || manifest.kind === "CronWorkflow"
        ? [kindPlurals[manifest.kind], kindFields[manifest.kind]]
        : ["workflows", "workflow"];
    await this.#http.json({
      method: "POST",
      path: `/api/v1/${plural}/${this.#api.namespace}/lint`,
      body: { namespace: this.connection.namespace, [field]: manifest },
      what: `${nameOf(manifest)} does not pass the server's lint`,
      repeatable: true,
    });
  }

  /**
   * Creates a workflow. A lost response never leads to two workflows: the name is generated here, and looked up before the request
   * is sent again.
   *
   * @param options.name Default: the manifest's name, else one generated from its `generateName`
   * @throws {ServerError} `already-exists` if the name is taken
   */
  createWorkflow(
    manifest: ManifestObject,
    options: { readonly name?: string } = {},
  ): Promise<ServerWorkflow> {
    return createWorkflow(this.#api, manifest, options);
  }

  /** Submits a workflow from a template or a cron workflow of the cluster; at most once, as {@link createWorkflow}. */
  submitFrom(submission: SubmitFrom): Promise<ServerWorkflow> {
    return submitFrom(this.#api, submission);
  }

  /** Reads a workflow. @throws {ServerError} `not-found` */
  getWorkflow(name: string): Promise<ServerWorkflow> {
    return this.#api.getWorkflow(name);
  }

  /** Lists the workflows of the namespace, newest first. */
  listWorkflows(options?: ListOptions): Promise<ServerWorkflow[]> {
    return listWorkflows(this.#api, options);
  }

  /**
   * Yields the current state of a workflow and then each change, until it has finished. Continues after a lost stream or a
   * restart of the server.
   */
  watchWorkflow(name: string, signal?: AbortSignal): AsyncGenerator<ServerWorkflow> {
    return watchWorkflow(this.#http, this.connection.namespace, name, signal);
  }

  /** Yields the log lines of a workflow's pods, each with its pod's name; with `follow` until the workflow has finished. */
  logs(name: string, options: LogOptions = {}): AsyncGenerator<LogLine> {
    return followLogs(this.#http, this.connection.namespace, name, options);
  }

  /** Resumes a suspended workflow. */
  resumeWorkflow(name: string, { nodeFieldSelector }: NodeSelection = {}): Promise<ServerWorkflow> {
    return this.#api.act(name, "resume", "resumed", { nodeFieldSelector });
  }

  /** Sets the output parameters of a suspend node. The node keeps waiting until it is resumed. */
  setOutputs(
    name: string,
    nodeFieldSelector: string,
    parameters: Readonly<Record<string, string>>,
  ): Promise<ServerWorkflow> {
    return this.#api.act(name, "set", "given values", {
      nodeFieldSelector,
      outputParameters: JSON.stringify(parameters),
    });
  }

  /** Runs the failed nodes again, and all nodes that depend on them. */
  retryWorkflow(
    name: string,
    options: NodeSelection & {
      readonly restartSuccessful?: boolean;
      readonly parameters?: Readonly<Record<string, string>>;
    } = {},
  ): Promise<ServerWorkflow> {
    const { nodeFieldSelector, restartSuccessful, parameters } = options;
    return this.#api.act(name, "retry", "retried", {
      nodeFieldSelector,
      restartSuccessful,
      ...(parameters === undefined ? {} : { parameters: assignments(parameters) }),
    });
  }

  /** Creates a new workflow from a finished one. */
  resubmitWorkflow(
    name: string,
    {
      memoized,
      parameters,
    }: { readonly memoized?: boolean; readonly parameters?: Readonly<Record<string, string>> } = {},
  ): Promise<ServerWorkflow> {
    // The name cannot be chosen here, so the request is not repeated without a response.
    return this.#api.act(
      name,
      "resubmit",
      "resubmitted",
      { memoized, ...(parameters === undefined ? {} : { parameters: assignments(parameters) }) },
      false,
    );
  }

  /** Stops a workflow: no new step starts; exit handlers run. */
  stopWorkflow(name: string, { message }: { readonly message?: string } = {}): Promise<ServerWorkflow> {
    return this.#api.act(name, "stop", "stopped", { message });
  }

  /** Terminates a workflow at once; exit handlers do not run. */
  terminateWorkflow(name: string): Promise<ServerWorkflow> {
    return this.#api.act(name, "terminate", "terminated", {});
  }

  /** Suspends a workflow: no new step starts until it is resumed. */
  suspendWorkflow(name: string): Promise<ServerWorkflow> {
    return this.#api.act(name, "suspend", "suspended", {});
  }

  /** Deletes a workflow and its pods. Artifacts are kept, unless the workflow configures their deletion. */
  async deleteWorkflow(name: string): Promise<void> {
    await this.#http.json({
      method: "DELETE",
      path: this.#api.path(name),
      what: `The workflow ${name} cannot be deleted`,
    });
  }

  /**
   * Reads the content of an artifact, as it is stored.
   * @throws {ServerError} `not-found` if it does not exist; `server-fault` if the server cannot read the bucket
   */
  artifact(address: ArtifactAddress, signal?: AbortSignal): Promise<Readable> {
    return readArtifact(this.#http, address, signal);
  }

  /**
   * Writes the content of an artifact to a file. Resumes after a lost connection.
   * @returns the size in bytes
   * @throws {ServerError} as {@link artifact}
   * @throws {UnreachableError} if no further bytes arrive before the retry deadline
   */
  saveArtifact(address: ArtifactAddress, path: string, options?: SaveOptions): Promise<number> {
    return saveArtifact(this.#http, address, path, options);
  }

  /**
   * Lists the files of an artifact that is a directory, as paths relative to it; empty for a file.
   * @throws {ServerError} if it contains an `index.html`, which the server shows instead
   */
  artifactFiles(address: ArtifactAddress, signal?: AbortSignal): Promise<string[]> {
    return listArtifactFiles(this.#http, address, signal);
  }

  /** Creates a template or a cron workflow. @throws {ServerError} `already-exists` */
  create(kind: StoredResourceKind, manifest: ManifestObject): Promise<ManifestObject> {
    return createStoredResource(this.#api, kind, manifest);
  }

  /** Replaces a template or a cron workflow of the same name. @throws {ServerError} `not-found`, `conflict` */
  update(kind: StoredResourceKind, manifest: ManifestObject): Promise<ManifestObject> {
    return updateStoredResource(this.#api, kind, manifest);
  }

  /** Reads a template or a cron workflow of the cluster. @throws {ServerError} `not-found` */
  get(kind: StoredResourceKind, name: string): Promise<ManifestObject> {
    return getStoredResource(this.#api, kind, name);
  }

  /** Suspends or resumes the schedule of a cron workflow. */
  setCronSuspended(name: string, suspended: boolean): Promise<ManifestObject> {
    return setCronSuspended(this.#api, name, suspended);
  }
}
