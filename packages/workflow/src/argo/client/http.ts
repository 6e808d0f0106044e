import { setTimeout as sleep } from "node:timers/promises";
import type * as undici from "undici";
import type { Agent, RequestInit, Response } from "undici";
import { omitUndefined } from "../../definition/omit-undefined.js";
import type { ServerConnection } from "./connection.js";
import { readUpTo } from "./read-up-to.js";
import { isArgos, ServerError, UnreachableError } from "./server-error.js";
import { ServerFaults } from "./server-faults.js";

/** One request to the server. */
export interface ServerRequest {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** Relative to the base URL, with a leading slash. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly body?: unknown;
  readonly accept?: string;
  /** Further headers. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** What is being done, for errors: `The workflow train-x7k2p cannot be read`. */
  readonly what: string;
  /** Whether it may be sent again without a response. Default: true for GET, PUT and DELETE. */
  readonly repeatable?: boolean;
  /** How long to wait for the response, in milliseconds. Default: 30,000. */
  readonly timeout?: number;
}

/** Maximum number of attempts for a request. */
const maxAttempts = 4;

/** Delays before the second, third and fourth attempt, in milliseconds. */
const pauses = [250, 1000, 2500];

const defaultTimeout = 30_000;

/** How long a response body may be idle, in milliseconds. The server sends a keep-alive into a stream every 15 seconds. */
const bodyIdleTimeout = 90_000;

/**
 * The limit of a response of the API, in bytes after decompression, and of a message of a stream, in characters. A workflow has
 * a few MiB at most; a list has as many workflows as exist.
 */
export const longestAnswer = 128 * 2 ** 20;

/** How much of an error response is read, in bytes. */
const maxErrorLength = 64 * 2 ** 10;

/** An HTTP client for one Argo Server. */
export class Http {
  readonly faults: ServerFaults;
  #agent: Agent | undefined;

  constructor(readonly connection: ServerConnection) {
    this.faults = new ServerFaults(connection);
  }

  /**
   * Sends a request and parses the response as JSON. Transient errors are retried if the request may be repeated.
   *
   * @throws {ServerError} if the server rejects it, is not an Argo Server, or responds with more than 128 MiB
   * @throws {UnreachableError} if no complete response comes
   */
  async json(request: ServerRequest): Promise<unknown> {
    const text = await this.text(request);
    try {
      return JSON.parse(text === "" ? "{}" : text);
    } catch {
      throw this.faults.notArgo(request.what, "It answered, but not with JSON.", 200);
    }
  }

  /** Like {@link json}, for a response that is a text. */
  text(request: ServerRequest): Promise<string> {
    return this.#attempt(request, async (response, responseTimeout) => {
      const { text, isWhole } = await readUpTo(longestAnswer, response.body);
      responseTimeout.clear();
      if (!isWhole) throw this.faults.tooLarge(request.what, longestAnswer);
      return text;
    });
  }

  /**
   * Sends a request. Transient errors are retried if the request may be repeated. The caller reads the response's body and
   * handles its errors.
   *
   * @throws {ServerError} if the server rejects it
   * @throws {UnreachableError} if no response comes
   */
  send(request: ServerRequest): Promise<Response> {
    return this.#attempt(request, async (response, responseTimeout) => {
      responseTimeout.clear();
      return response;
    });
  }

  /** Closes all connections, so that the process can exit. */
  async close(): Promise<void> {
    await this.#agent?.destroy();
    this.#agent = undefined;
  }

  async #attempt<T>(
    request: ServerRequest,
    read: (response: Response, responseTimeout: ResponseTimeout) => Promise<T>,
  ): Promise<T> {
    const { repeatable = request.method !== "POST", signal, what, timeout = defaultTimeout } = request;
    const url = `${this.connection.baseUrl}${request.path}${queryText(request.query ?? {})}`;
    const init = this.#init(request);
    const { fetch, agent } = await this.#client();
    for (let attempt = 1; ; attempt++) {
      const responseTimeout = startTimeout(timeout, signal);
      try {
        const response = await fetch(url, { ...init, dispatcher: agent, signal: responseTimeout.signal });
        if (!response.ok) throw await this.#refusal(response, what);
        return await read(response, responseTimeout);
      } catch (fault) {
        if (signal?.aborted) throw fault;
        const error = fault instanceof ServerError ? fault : this.faults.unreachable(what, fault);
        if (attempt === maxAttempts || !canRetry(error, repeatable)) throw error;
      } finally {
        responseTimeout.clear();
      }
      await sleep(pauses[attempt - 1], undefined, { signal });
    }
  }

  async #client(): Promise<{ readonly fetch: typeof undici.fetch; readonly agent: Agent }> {
    const { insecureSkipVerify, ca } = this.connection;
    // Loaded on first use. undici's own fetch, because Node's rejects an agent of another version.
    const { fetch, Agent } = (await import("undici")).default;
    this.#agent ??= new Agent({
      connect: {
        timeout: 10_000,
        rejectUnauthorized: !insecureSkipVerify,
        ...(ca === undefined ? {} : { ca: await trustedAuthorities(ca) }),
      },
      bodyTimeout: bodyIdleTimeout,
      headersTimeout: 0,
    });
    return { fetch, agent: this.#agent };
  }

  #init({ method, body, accept = "application/json", headers }: ServerRequest): RequestInit {
    const { authorization } = this.connection;
    return {
      method,
      // The token must not be sent to another server.
      redirect: "manual",
      headers: {
        ...headers,
        accept,
        ...omitUndefined({ authorization }),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    };
  }

  async #refusal(response: Response, what: string): Promise<ServerError> {
    const { status } = response;
    const { text } = await readUpTo(maxErrorLength, response.body).catch(() => ({ text: "" }));
    const location = response.headers.get("location");
    if (status >= 300 && status < 400) {
      const to = location === null ? "elsewhere" : `to ${location.replace(/[?#].*/s, "")}`;
      return this.faults.notArgo(what, `It redirects ${to} (HTTP status ${status}).`, status);
    }
    if ((status === 404 || status === 405) && !isArgos(text)) {
      return this.faults.notArgo(what, `It has no such path (HTTP status ${status}).`, status);
    }
    return this.faults.refused(status, text, what);
  }
}

/** Aborts a request without a response in time, or when the caller aborts it. */
interface ResponseTimeout {
  readonly signal: AbortSignal;
  /** Stops the timeout: the response has come. */
  clear(): void;
}

function startTimeout(timeout: number, signal: AbortSignal | undefined): ResponseTimeout {
  const controller = new AbortController();
  const timer = setTimeout(
    () =>
      controller.abort(Object.assign(new Error("no response in time"), { code: "UND_ERR_HEADERS_TIMEOUT" })),
    timeout,
  );
  return {
    signal: signal === undefined ? controller.signal : AbortSignal.any([signal, controller.signal]),
    clear: () => clearTimeout(timer),
  };
}

/** Whether an error may be transient and repeating the request is safe. */
function canRetry(error: ServerError | UnreachableError, repeatable: boolean): boolean {
  if (error instanceof UnreachableError) return error.passes && (repeatable || !error.maybeSeen);
  if (error.status === 429) return true;
  return repeatable && error.status >= 500 && error.refusal === "server-fault";
}

/** The authorities to trust: Node's own, those of NODE_EXTRA_CA_CERTS, and the given one. */
async function trustedAuthorities(ca: string): Promise<string[]> {
  const tls = await import("node:tls");
  const extra = process.env.NODE_EXTRA_CA_CERTS;
  const { readFileSync, existsSync } = await import("node:fs");
  return [
    ...tls.rootCertificates,
    ...(extra !== undefined && existsSync(extra) ? [readFileSync(extra, "utf8")] : []),
    ca,
  ];
}

function queryText(query: Readonly<Record<string, string | undefined>>): string {
  const entries = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return entries.length === 0 ? "" : `?${new URLSearchParams(entries)}`;
}
