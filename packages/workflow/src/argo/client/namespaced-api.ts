import * as z from "zod";
import { UserError } from "../../definition/errors.js";
import type { ServerConnection } from "./connection.js";
import type { Creation } from "./create-once.js";
import type { Http } from "./http.js";
import { fieldsOf, type ManifestObject, type Metadata } from "./requests.js";
import { type ServerWorkflow, workflowSchema } from "./workflow.js";

const instanceLabel = "workflows.argoproj.io/controller-instanceid";

/** Requests to one namespace of a server; the responses are validated. */
export class NamespacedApi {
  readonly connection: ServerConnection;

  constructor(readonly http: Http) {
    this.connection = http.connection;
  }

  /** Reads a workflow by its name. */
  async getWorkflow(name: string): Promise<ServerWorkflow> {
    return this.workflow(
      await this.http.json({
        method: "GET",
        path: this.path(name),
        what: `The workflow ${name} cannot be read`,
      }),
    );
  }

  /** The namespace, percent-encoded for a path. */
  get namespace(): string {
    return encodeURIComponent(this.connection.namespace);
  }

  /** The path of a workflow. */
  path(name: string): string {
    return `/api/v1/workflows/${this.namespace}/${encodeURIComponent(name)}`;
  }

  /**
   * Sends an action on a workflow, such as `stop`.
   * @param done completes the error "The workflow NAME cannot be …"
   */
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

  /** Sends a request whose response is any object. */
  async object(request: Parameters<Http["json"]>[0]): Promise<ManifestObject> {
    return this.parse(z.looseObject({}), await this.http.json(request));
  }

  /** What {@link createOnce} needs to create a workflow. */
  creations(what: string): Creation {
    return {
      http: this.http,
      what,
      find: (name) => this.getWorkflow(name),
      parse: (answer) => this.workflow(answer),
    };
  }

  /** Parses a response that is a workflow. */
  workflow(answer: unknown): ServerWorkflow {
    return this.parse(workflowSchema, answer);
  }

  /** Validates a response. @throws {UserError} if it does not match the schema */
  parse<T>(schema: z.ZodType<T>, answer: unknown): T {
    const result = schema.safeParse(answer);
    if (result.success) return result.data;
    throw new UserError(
      this.http.faults.clean(
        `${this.connection.baseUrl} answered with something that Argo does not send: ${z.prettifyError(result.error)}. Is it an Argo Server? Check ARGO_SERVER and ARGO_BASE_HREF.`,
      ),
    );
  }

  /** Adds the label of the instance ID; a controller with one ignores other workflows. */
  withInstance(metadata: Readonly<Record<string, unknown>>): Metadata {
    const labels = fieldsOf(metadata.labels);
    const { instanceId } = this.connection;
    const all = instanceId === undefined ? labels : { ...labels, [instanceLabel]: instanceId };
    return { ...metadata, labels: all };
  }

  /** Adds the label of the instance ID to a manifest. */
  instanced(manifest: ManifestObject): ManifestObject {
    return {
      ...manifest,
      metadata: this.withInstance(fieldsOf(manifest.metadata)),
    };
  }

  /** A label selector, extended by the instance ID. */
  selector(labelSelector: string | undefined): string | undefined {
    const { instanceId } = this.connection;
    const own = instanceId === undefined ? undefined : `${instanceLabel}=${instanceId}`;
    return [labelSelector, own].filter(Boolean).join(",") || undefined;
  }
}
