import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { onTestFinished } from "vitest";

/** A request, with its body. */
export interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: Buffer;
}

/** How a server answers: with a status and JSON or a text, or in its own way. */
export type Answer =
  | { readonly status?: number; readonly json: unknown }
  | { readonly status: number; readonly text: string }
  | ((response: ServerResponse) => void);

/** A server on this machine, closed after the test. @returns its address */
export async function localServer(answer: (request: Received) => Answer): Promise<string> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of request) chunks.push(chunk);
    } catch {
      // The client has given up.
      return;
    }
    const { method = "", url: path = "", headers } = request;
    const answered = answer({ method, path, headers, body: Buffer.concat(chunks) });
    if (typeof answered === "function") return answered(response);
    const text = "json" in answered ? JSON.stringify(answered.json) : answered.text;
    response.writeHead(answered.status ?? 200).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return `http://127.0.0.1:${address.port}`;
}
