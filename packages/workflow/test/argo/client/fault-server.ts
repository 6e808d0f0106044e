import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { onTestFinished } from "vitest";
import { WorkflowsService } from "../../../src/argo/client/index.js";

/** How a server handles one request. */
export type Answer = (response: ServerResponse, request: IncomingMessage) => void;

export interface FaultServer {
  readonly url: string;
  /** Requested paths with their queries, in order. */
  readonly asked: string[];
}

/** A local server that simulates network failures; closed after the test. */
export async function faultServer(
  answer: Answer,
  {
    tls,
    port = 0,
  }: { readonly tls?: { readonly key: string; readonly cert: string }; readonly port?: number } = {},
): Promise<FaultServer> {
  const asked: string[] = [];
  const listener: RequestListener = (request, response) => {
    asked.push(request.url ?? "");
    answer(response, request);
  };
  const server = tls === undefined ? createServer(listener) : createTlsServer(tls, listener);
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return { url: `${tls === undefined ? "http" : "https"}://127.0.0.1:${address.port}`, asked };
}

/** A client of that server; closed after the test. */
export function serviceOf(url: string, caFile?: string): WorkflowsService {
  const service = new WorkflowsService({
    server: url,
    token: "secret-token",
    namespace: "argo",
    baseHref: "",
    ...(caFile === undefined ? {} : { caFile }),
  });
  onTestFinished(() => service.close());
  return service;
}

/** Answers with JSON. */
export function json(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

/** Begins a stream of events. */
export function events(response: ServerResponse, text = ""): void {
  response.writeHead(200, { "content-type": "text/event-stream" });
  response.flushHeaders();
  if (text !== "") response.write(text);
}

/** A workflow with only these fields. */
export function workflow(version: string, phase: string): object {
  return {
    metadata: { name: "train", namespace: "argo", uid: "u", resourceVersion: version },
    spec: {},
    status: { phase },
  };
}

/** How the server writes a message into a stream. */
export function frame(result: unknown): string {
  return `data: ${JSON.stringify({ result })} \n\n\n`;
}
