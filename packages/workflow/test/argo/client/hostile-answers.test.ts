import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { WorkflowsService } from "../../../src/argo/client/index.js";
import { events, faultServer, json, serviceOf, workflow } from "./fault-server.js";

/** The error message of a request for a workflow. */
async function messageOf(service: WorkflowsService): Promise<string> {
  const error: unknown = await service.getWorkflow("train").catch((reason: unknown) => reason);
  return error instanceof Error ? `${error.message}\n${error.stack}` : String(error);
}

test.each<[string, number, (token: string) => string]>([
  ["a message", 401, (token) => JSON.stringify({ code: 16, message: `no account for ${token}` })],
  ["a plain text", 401, (token) => `refused: authorization: ${token}`],
  ["a text that is cut off within it", 403, (token) => `${"x".repeat(290)}${token}`],
  [
    "what is no JSON field of its own",
    400,
    (token) => JSON.stringify({ error: { code: 3, message: token } }),
  ],
])("a token that a server sends back in %s is not shown", async (_, status, body) => {
  const { url } = await faultServer((response, { headers }) => {
    response.writeHead(status).end(body(headers.authorization ?? ""));
  });
  const message = await messageOf(serviceOf(url));
  expect(message).not.toMatch(/secret|cret-|-token/);
  expect(message).toContain("The workflow train cannot be read:");
});

test("a token that a server sends back in headers is not shown", async () => {
  const { url } = await faultServer((response, { headers }) => {
    response.writeHead(302, { location: `https://elsewhere/${headers.authorization}` }).end();
  });
  expect(await messageOf(serviceOf(url))).toContain("It redirects to https://elsewhere/***");
  const stream = await faultServer((response, { headers, url: path = "" }) => {
    if (!path.includes("workflow-events")) return json(response, workflow("1", "Running"));
    response.writeHead(200, { "content-type": `text/${headers.authorization}` }).end();
  });
  const watched = serviceOf(stream.url).watchWorkflow("train");
  await watched.next();
  await expect(watched.next()).rejects.toThrow("It answered with text/***.");
});

test("the password of Basic authorization is not shown either", async () => {
  const { url } = await faultServer((response) =>
    response.writeHead(403).end("no such account: ann with pass-word"),
  );
  const token = `Basic ${Buffer.from("ann:pass-word").toString("base64")}`;
  const service = new WorkflowsService({ server: url, token, namespace: "argo", baseHref: "" });
  const message = await messageOf(service);
  await service.close();
  expect(message).toContain("no such account: ann with ***.");
});

test("control characters in texts of a server are escaped", async () => {
  const { url } = await faultServer((response) =>
    json(response, { code: 5, message: "\u001b[2J\u202egone\nnow" }, 404),
  );
  expect(await messageOf(serviceOf(url))).toContain("The workflow train cannot be read: ␛[2J�gone⏎now.");
});

const tooLarge = /: the answer of http:\S+ has more than 128 MiB and was not read completely\./;

test("a decompression bomb is not read completely, and requested once", async () => {
  const bomb = gzipSync(Buffer.alloc(300 * 2 ** 20, 0x20));
  const { url, asked } = await faultServer((response) => {
    response.writeHead(200, { "content-type": "application/json", "content-encoding": "gzip" }).end(bomb);
  });
  await expect(serviceOf(url).getWorkflow("train")).rejects.toThrow(tooLarge);
  expect(asked).toHaveLength(1);
}, 60_000);

test("an endless response is not read forever, and requested once", async () => {
  const { url, asked } = await faultServer((response) => {
    const chunk = Buffer.alloc(2 ** 20, 0x20);
    const more = (): void => void response.write(chunk, more);
    more();
  });
  await expect(serviceOf(url).listWorkflows()).rejects.toThrow(tooLarge);
  expect(asked).toHaveLength(1);
}, 60_000);

test("an endless error response is read only as far as it is shown", async () => {
  const { url } = await faultServer((response) => {
    response.writeHead(403);
    const more = (): void => void response.write("no ".repeat(1000), more);
    more();
  });
  expect((await messageOf(serviceOf(url))).length).toBeLessThan(3000);
});

test("an endless line of an event stream is not buffered forever", async () => {
  const { url } = await faultServer((response, request) => {
    if (!request.url?.includes("workflow-events")) return json(response, workflow("1", "Running"));
    events(response, "data: ");
    const chunk = "x".repeat(2 ** 20);
    const more = (): void => void response.write(chunk, more);
    more();
  });
  const watched = serviceOf(url).watchWorkflow("train");
  await watched.next();
  await expect(watched.next()).rejects.toThrow(tooLarge);
}, 60_000);

test("an endless page of a folder is not read forever", async () => {
  const { url } = await faultServer((response) => {
    const chunk = '<li><a href="./a">a</a></li>'.repeat(40_000);
    const more = (): void => void response.write(chunk, more);
    more();
  });
  const address = { workflow: "train", nodeId: "train-1", artifact: "parts" };
  await expect(serviceOf(url).artifactFiles(address)).rejects.toThrow(tooLarge);
}, 60_000);
