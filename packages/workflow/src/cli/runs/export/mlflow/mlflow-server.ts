import { Readable } from "node:stream";
import * as z from "zod";
import { readUpTo } from "../../../../argo/client/read-up-to.js";
import { UserError } from "../../../../definition/errors.js";
import { omitUndefined } from "../../../../definition/omit-undefined.js";
import { parseJson } from "../../../../history/parse-json.js";
import { IdleTimeout } from "./idle-timeout.js";
import { MlflowError, refusal, unreachable } from "./mlflow-error.js";
import { contentOfBytes, contentOfFile, type RequestContent } from "./request-content.js";
import type { TrackingAddress } from "./tracking-address.js";

/** How long nothing may move in a request, in milliseconds: a database may be slow. */
const defaultTimeout = 60_000;

/** How much of a response is read, in bytes. */
const maxAnswer = 16 * 2 ** 20;

const nothing = z.object({});

/** The REST API of an MLflow tracking server. */
export class MlflowServer {
  constructor(
    readonly address: TrackingAddress,
    readonly timeout = defaultTimeout,
  ) {}

  /**
   * Calls a method of the API that reads.
   * @param what is being done, for errors: `The runs cannot be listed`
   * @throws {MlflowError} if the server rejects it, or is not an MLflow server
   * @throws {UnreachableError} if no response comes
   */
  async get<Answer>(
    what: string,
    path: string,
    query: Record<string, string>,
    answer: z.ZodType<Answer>,
  ): Promise<Answer> {
    const text = await this.#send(what, "GET", `/api/2.0/mlflow/${path}?${new URLSearchParams(query)}`);
    return this.#parsed(what, text, answer);
  }

  /** Like {@link get}, for a method that writes or has a body. */
  async post<Answer>(what: string, path: string, body: object, answer: z.ZodType<Answer>): Promise<Answer> {
    const bytes = new TextEncoder().encode(JSON.stringify(body));
    const content = contentOfBytes(bytes, "application/json");
    return this.#parsed(what, await this.#send(what, "POST", `/api/2.0/mlflow/${path}`, content), answer);
  }

  /** {@link post} whose answer has nothing in it. */
  async tell(what: string, path: string, body: object): Promise<void> {
    await this.post(what, path, body, nothing);
  }

  /**
   * Stores a file or bytes in the artifact store behind the server. A file is not read into memory as a whole.
   * @param path in the store, with slashes
   * @throws {UserError} if the file cannot be read, or changes
   */
  async upload(path: string, content: Uint8Array | { readonly file: string }): Promise<void> {
    const type = "application/octet-stream";
    const encoded = path.split("/").map(encodeURIComponent).join("/");
    await this.#send(
      `${path} cannot be sent`,
      "PUT",
      `/api/2.0/mlflow-artifacts/artifacts/${encoded}`,
      content instanceof Uint8Array ? contentOfBytes(content, type) : contentOfFile(content.file, type),
    );
  }

  #parsed<Answer>(what: string, text: string, answer: z.ZodType<Answer>): Answer {
    const found = answer.safeParse(parseJson(text));
    if (found.success) return found.data;
    throw new MlflowError(
      `${what}: ${this.address.baseUrl} did not answer like an MLflow server. Check --tracking-uri.`,
      "",
    );
  }

  async #send(
    what: string,
    method: "GET" | "POST" | "PUT",
    path: string,
    content?: RequestContent,
  ): Promise<string> {
    const { request } = (await import("undici")).default;
    const { baseUrl, authorization } = this.address;
    const timeout = new IdleTimeout(this.timeout);
    async function* body({ chunks }: RequestContent): AsyncGenerator<Uint8Array> {
      for await (const chunk of chunks()) {
        timeout.restart();
        yield chunk;
      }
    }
    try {
      const response = await request(`${baseUrl}${path}`, {
        method,
        headers: {
          ...omitUndefined({ authorization }),
          ...(content === undefined
            ? {}
            : { "content-type": content.type, "content-length": String(content.bytes) }),
        },
        body: content === undefined ? null : Readable.from(body(content), { highWaterMark: 1 }),
        signal: timeout.signal,
        headersTimeout: 0,
        bodyTimeout: 0,
      });
      const { text } = await readUpTo(maxAnswer, response.body);
      if (response.statusCode >= 200 && response.statusCode < 300) return text;
      throw refusal(this.address, what, response.statusCode, text);
    } catch (error) {
      // Also of a file that cannot be read.
      if (error instanceof UserError) throw error;
      throw unreachable(this.address, what, error);
    } finally {
      timeout.clear();
    }
  }
}
