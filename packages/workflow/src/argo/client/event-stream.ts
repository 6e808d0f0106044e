import * as z from "zod";
import { type Http, longestAnswer, type ServerRequest } from "./http.js";
import { ServerError } from "./server-error.js";
import type { ServerFaults } from "./server-faults.js";

const frameSchema = z.looseObject({
  result: z.unknown().optional(),
  error: z
    .looseObject({
      message: z.string().optional(),
      grpc_code: z.number().optional(),
      http_code: z.number().optional(),
    })
    .optional(),
});

/**
 * Yields the messages of a stream of server-sent events, each `data: {"result": …}`, until the server ends it.
 *
 * @throws {ServerError} if the server rejects the request, sends an error in the stream, or is not an Argo Server
 * @throws {UnreachableError} if no response comes or the connection is lost
 */
export async function* eventStream(
  http: Http,
  request: Omit<ServerRequest, "method" | "accept">,
): AsyncGenerator<unknown> {
  const { what, signal } = request;
  const response = await http.send({ ...request, method: "GET", accept: "text/event-stream" });
  const type = response.headers.get("content-type") ?? "";
  if (!type.startsWith("text/event-stream")) {
    await response.body?.cancel();
    throw http.faults.notArgo(what, `It answered with ${type === "" ? "no type" : type}.`, response.status);
  }
  const lines = linesOf(response.body ?? [], () => http.faults.tooLarge(what, longestAnswer));
  for (;;) {
    let next: IteratorResult<string>;
    try {
      next = await lines.next();
    } catch (error) {
      if (signal?.aborted || error instanceof ServerError) throw error;
      throw http.faults.unreachable(what, error);
    }
    if (next.done === true) return;
    // A comment (":") keeps the connection alive; the server does not use other fields of the format.
    if (next.value.startsWith("data:")) yield messageOf(next.value.slice("data:".length), what, http.faults);
  }
}

function messageOf(data: string, what: string, faults: ServerFaults): unknown {
  let frame: z.output<typeof frameSchema>;
  try {
    frame = frameSchema.parse(JSON.parse(data));
  } catch {
    throw faults.unreadable(what);
  }
  const { error, result } = frame;
  if (error === undefined) return result;
  const { http_code = 500, grpc_code, message = "" } = error;
  throw faults.refused(http_code, JSON.stringify({ code: grpc_code, message }), what);
}

/**
 * Yields complete lines of UTF-8 text; a last line without a line break is incomplete and dropped.
 * @param tooLong creates the error for a line beyond the limit
 */
async function* linesOf(
  body: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  tooLong: () => ServerError,
): AsyncGenerator<string, undefined> {
  const decoder = new TextDecoder();
  /** Parts of an incomplete line: a workflow of a thousand nodes is one line in many chunks. */
  let rest: string[] = [];
  let length = 0;
  for await (const chunk of body) {
    const [first = "", ...others] = decoder.decode(chunk, { stream: true }).split("\n");
    rest.push(first);
    length += first.length;
    for (const other of others) {
      yield rest.join("").replace(/\r$/, "");
      rest = [other];
      length = other.length;
    }
    if (length > longestAnswer) throw tooLong();
  }
}
