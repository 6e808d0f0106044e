import * as z from "zod";
import { UserError } from "../../definition/errors.js";
import type { ServerConnection } from "./connection.js";
import type { Creation } from "./create-once.js";
import type { Http } from "./http.js";
import { fieldsOf, type ManifestObject, type Metadata } from "./requests.js";
import { type ServerWorkflow, workflowSchema } from "./workflow.js";

const instanceLabel = "workflows.argoproj.io/controller-instanceid";

/** Requests to one namespace of a server, and what is checked of its answers. */
export class NamespacedApi {
  readonly connection: ServerConnection;

  constructor(readonly http: Http) {
    this.connection = http.connection;
  }

  /** A workflow by its name. */
  async getWorkflow(name: string): Promise<ServerWorkflow> {
    return this.workflow(
      await this.http.json({
        method: "GET",
        path: this.path(name),
        what: `The workflow ${name} cannot be read`,
      }),
    );
  }

  /** As it stands in a path. */
  get namespace(): string {
    return encodeURIComponent(this.connection.namespace);
  }

  /** The path of a workflow. */
  path(name: string): string {
    return `/api/v1/workflows/${this.namespace}/${encodeURIComponent(name)}`;
  }

  /** Does something with a workflow: what Argo calls an action. */
  async act(
    name: string,
    action: string,
    done: string,
    fields: Readonly<Record<string, unknown>>,
    repeatable = true,
  ): Promise<ServerWorkflow> {
    return this.workflow(
      await this.http.json({
        method: "PUT",
        path: `${this.path(name)}/${action}`,
        body: { name, namespace: this.connection.namespace, ...fields },
        what: `The workflow ${name} cannot be ${done}`,
        repeatable,
      }),
    );
  }

  /** Sends a request whose answer is an object of any kind. */
  async object(request: Parameters<Http["json"]>[0]): Promise<ManifestObject> {
    return this.parse(z.looseObject({}), await this.http.json(request));
  }

  /** For creating workflows. */
  creations(what: string): Creation {
    return {
      http: this.http,
      what,
      find: (name) => this.getWorkflow(name),
      parse: (answer) => this.workflow(answer),
    };
  }

  /** The workflow that an answer is. */
  workflow(answer: unknown): ServerWorkflow {
    return this.parse(workflowSchema, answer);
  }

  /** Checks an answer. @throws {UserError} where it has another shape */
  parse<T>(schema: z.ZodType<T>, answer: unknown): T {
    const result = schema.safeParse(answer);
    if (result.success) return result.data;
    throw new UserError(
      this.http.faults.clean(
        `${this.connection.baseUrl} answered with something that is none of Argo's: ${z.prettifyError(result.error)}. Is it an Argo Server? Check ARGO_SERVER and ARGO_BASE_HREF.`,
      ),
    );
  }

  /** Controllers with an instance id look at no other workflows. */
  withInstance(metadata: Readonly<Record<string, unknown>>): Metadata {
    const labels = fieldsOf(metadata.labels);
    const { instanceId } = this.connection;
    const all = instanceId === undefined ? labels : { ...labels, [instanceLabel]: instanceId };
    return { ...metadata, labels: all };
  }

  /** The same for a whole manifest. */
  instanced(manifest: ManifestObject): ManifestObject {
    return {
      ...manifest,
      metadata: this.withInstance(fieldsOf(manifest.metadata)),
    };
  }

  /** A selector of labels, with that of the instance. */
  selector(labelSelector: string | undefined): string | undefined {
    const { instanceId } = this.connection;
    const own = instanceId === undefined ? undefined : `${instanceLabel}=${instanceId}`;
    return [labelSelector, own].filter(Boolean).join(",") || undefined;
  }
}
