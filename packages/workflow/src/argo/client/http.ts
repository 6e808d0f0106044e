import { setTimeout as sleep } from "node:timers/promises";
import type * as undici from "undici";
import type { Agent, RequestInit, Response } from "undici";
import type { ServerConnection } from "./connection.js";
import { readUpTo } from "./read-up-to.js";
import { isArgos, ServerError, UnreachableError } from "./server-error.js";
import { ServerFaults } from "./server-faults.js";

/** One request to the server. */
export interface ServerRequest {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** Below the base URL, with its slash. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly body?: unknown;
  readonly accept?: string;
  /** Further headers. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** What is being done, for errors: `The workflow train-x7k2p cannot be read`. */
  readonly what: string;
  /** Whether it may be sent again where no answer came. By default GET, PUT and DELETE may. */
  readonly repeatable?: boolean;
  /** How long to wait for the beginning of the answer, in milliseconds. */
  readonly timeout?: number;
}

/** How often a request is sent at most. */
const attempts = 4;

/** Before the second, third and fourth attempt, in milliseconds. */
const pauses = [250, 1000, 2500];

const defaultTimeout = 30_000;

/** How long an answer may be silent in its middle. The server sends a sign of life into a stream every 15 seconds. */
const longestSilence = 90_000;

/**
 * How long an answer of the API may be, in bytes after decompression, and a message of a stream, in characters. A workflow
 * has a few MiB at most; a list of them has as many as there are.
 */
export const longestAnswer = 128 * 2 ** 20;

/** How much of a refusal is read. */
const longestRefusal = 64 * 2 ** 10;

/** Speaks HTTP with one Argo Server. */
export class Http {
  readonly faults: ServerFaults;
  #agent: Agent | undefined;

  constructor(readonly connection: ServerConnection) {
    this.faults = new ServerFaults(connection);
  }

  /**
   * Sends a request, again where it may be and a fault may pass, and reads its answer as JSON.
   *
   * @throws {ServerError} where the server refuses it, what answers is no Argo Server, or the answer is longer than 128 MiB
   * @throws {UnreachableError} where no whole answer comes
   */
  async json(request: ServerRequest): Promise<unknown> {
    const text = await this.text(request);
    try {
      return JSON.parse(text === "" ? "{}" : text);
    } catch {
      throw this.faults.notArgo(request.what, "It answered, but not with JSON.", 200);
    }
  }

  /** The same for an answer that is a text. */
  text(request: ServerRequest): Promise<string> {
    return this.#attempt(request, async (response, waiting) => {
      const { text, isWhole } = await readUpTo(longestAnswer, response.body);
      waiting.end();
      if (!isWhole) throw this.faults.tooLarge(request.what, longestAnswer);
      return text;
    });
  }

  /**
   * Sends a request, again where it may be and a fault may pass. The answer's body is still to be read; what it throws is
   * the reader's to understand.
   *
   * @throws {ServerError} where the server refuses it
   * @throws {UnreachableError} where no answer comes
   */
  send(request: ServerRequest): Promise<Response> {
    return this.#attempt(request, async (response, waiting) => {
      waiting.end();
      return response;
    });
  }

  /** Ends all connections, so that the process can end. */
  async close(): Promise<void> {
    await this.#agent?.destroy();
    this.#agent = undefined;
  }

  async #attempt<T>(
    request: ServerRequest,
    read: (response: Response, waiting: Waiting) => Promise<T>,
  ): Promise<T> {
    const { repeatable = request.method !== "POST", signal, what, timeout = defaultTimeout } = request;
    const url = `${this.connection.baseUrl}${request.path}${queryText(request.query ?? {})}`;
    const init = this.#init(request);
    const { fetch, agent } = await this.#client();
    for (let attempt = 1; ; attempt++) {
      const waiting = waitingFor(timeout, signal);
      try {
        const response = await fetch(url, { ...init, dispatcher: agent, signal: waiting.signal });
        if (!response.ok) throw await this.#refusal(response, what);
        return await read(response, waiting);
      } catch (fault) {
        if (signal?.aborted) throw fault;
        const error = fault instanceof ServerError ? fault : this.faults.unreachable(what, fault);
        if (attempt === attempts || !mayBeSentAgain(error, repeatable)) throw error;
      } finally {
        waiting.end();
      }
      await sleep(pauses[attempt - 1], undefined, { signal });
    }
  }

  async #client(): Promise<{ readonly fetch: typeof undici.fetch; readonly agent: Agent }> {
    const { insecureSkipVerify, ca } = this.connection;
    // Loaded when first needed. Its own fetch, for Node's refuses an agent of another version.
    const { fetch, Agent } = (await import("undici")).default;
    this.#agent ??= new Agent({
      connect: {
        timeout: 10_000,
        rejectUnauthorized: !insecureSkipVerify,
        ...(ca === undefined ? {} : { ca: await trusted(ca) }),
      },
      bodyTimeout: longestSilence,
      headersTimeout: 0,
    });
    return { fetch, agent: this.#agent };
  }

  #init({ method, body, accept = "application/json", headers }: ServerRequest): RequestInit {
    const { authorization } = this.connection;
    return {
      method,
      // A token goes to the server that was named, and to no other.
      redirect: "manual",
      headers: {
        ...headers,
        accept,
        ...(authorization === undefined ? {} : { authorization }),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    };
  }

  async #refusal(response: Response, what: string): Promise<ServerError> {
    const { status } = response;
    const { text } = await readUpTo(longestRefusal, response.body).catch(() => ({ text: "" }));
    const location = response.headers.get("location");
    if (status >= 300 && status < 400) {
      const to = location === null ? "elsewhere" : `to ${location.replace(/[?#].*/s, "")}`;
      return this.faults.notArgo(what, `It sends on ${to} (HTTP status ${status}).`, status);
    }
    if ((status === 404 || status === 405) && !isArgos(text)) {
      return this.faults.notArgo(what, `It knows no such path (HTTP status ${status}).`, status);
    }
    return this.faults.refused(status, text, what);
  }
}

/** What ends a request whose answer does not come in time, or that is no longer wanted. */
interface Waiting {
  readonly signal: AbortSignal;
  /** The answer has come: it may take its time from now on. */
  end(): void;
}

function waitingFor(timeout: number, signal: AbortSignal | undefined): Waiting {
  const late = new AbortController();
  const timer = setTimeout(
    () => late.abort(Object.assign(new Error("late"), { code: "UND_ERR_HEADERS_TIMEOUT" })),
    timeout,
  );
  return {
    signal: signal === undefined ? late.signal : AbortSignal.any([signal, late.signal]),
    end: () => clearTimeout(timer),
  };
}

/** Whether a fault may pass, and sending once more cannot do a thing twice. */
function mayBeSentAgain(error: ServerError | UnreachableError, repeatable: boolean): boolean {
  if (error instanceof UnreachableError) return error.passes && (repeatable || !error.maybeSeen);
  if (error.status === 429) return true;
  return repeatable && error.status >= 500 && error.refusal === "server-fault";
}

/** Node's own authorities and those of NODE_EXTRA_CA_CERTS stay trusted beside the one that is given. */
async function trusted(ca: string): Promise<string[]> {
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
