import { createServer } from "node:http";
import { onTestFinished } from "vitest";
import type { Asked } from "./recorded-server.js";

/** A server that accepts every request, and returns an object with the name in the request. */
export async function kindServer(): Promise<{ env: Record<string, string>; asked: Asked[] }> {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const { method = "GET", url: path = "" } = request;
    let body = "";
    for await (const part of request.setEncoding("utf8")) body += part;
    asked.push({ method, path, body });
    const sent = body === "" ? {} : JSON.parse(body);
    const object = sent.workflow ?? sent.template ?? sent.cronWorkflow ?? {};
    const name = object.metadata?.name ?? sent.submitOptions?.name ?? sent.name ?? path.split("/").at(-1);
    const metadata = { name, namespace: "argo", resourceVersion: "7", uid: "u" };
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify({ metadata, spec: {}, status: { phase: "Running" } }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const env = {
    ARGO_SERVER: `http://127.0.0.1:${port}`,
    ARGO_NAMESPACE: "argo",
    ARGO_TOKEN: "a-secret-token",
  };
  return { env, asked };
}
