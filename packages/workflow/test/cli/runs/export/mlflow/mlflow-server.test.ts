import { createHash } from "node:crypto";
import { once } from "node:events";
import { truncateSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import * as z from "zod";
import { UnreachableError } from "../../../../../src/argo/client/server-error.js";
import { MlflowError, unreachable } from "../../../../../src/cli/runs/export/mlflow/mlflow-error.js";
import { MlflowServer } from "../../../../../src/cli/runs/export/mlflow/mlflow-server.js";
import { trackingAddress } from "../../../../../src/cli/runs/export/mlflow/tracking-address.js";
import { UserError } from "../../../../../src/index.js";
import { tempDir } from "../../../../temp-dir.js";
import { type Answer, localServer, type Received } from "./local-server.js";

const anything = z.looseObject({});

function serverAt(url: string, timeout = 10_000, environment: NodeJS.ProcessEnv = {}): MlflowServer {
  return new MlflowServer(trackingAddress(url, environment), timeout);
}

async function failureOf(failing: Promise<unknown>): Promise<Error> {
  return failing.then(
    () => expect.unreachable("it did not fail"),
    (error: Error) => error,
  );
}

/** The error of a request that gets this answer. */
async function errorWith(
  answer: Answer,
  environment: NodeJS.ProcessEnv = {},
  timeout = 10_000,
): Promise<Error> {
  const url = await localServer(() => answer);
  return failureOf(
    serverAt(url, timeout, environment).get("The runs cannot be listed", "runs/get", {}, anything),
  );
}

test("a request has its query or body, and the credentials", async () => {
  const received: Received[] = [];
  const url = await localServer((request) => {
    received.push(request);
    return { json: { run: 1 } };
  });
  const server = serverAt(`${url}/team/`, 10_000, { MLFLOW_TRACKING_TOKEN: "a-token" });

  const answer = await server.get("", "runs/get", { run_id: "a b" }, anything);
  await server.tell("", "runs/update", { status: "FINISHED" });

  expect(answer).toEqual({ run: 1 });
  expect(
    received.map(({ method, path, headers, body }) => [method, path, headers.authorization, String(body)]),
  ).toEqual([
    ["GET", "/team/api/2.0/mlflow/runs/get?run_id=a+b", "Bearer a-token", ""],
    ["POST", "/team/api/2.0/mlflow/runs/update", "Bearer a-token", '{"status":"FINISHED"}'],
  ]);
});

test("an error of MLflow has its code and message, on one line", async () => {
  const error = await errorWith({
    status: 404,
    json: { error_code: "RESOURCE_DOES_NOT_EXIST", message: "No such run.\n\u001b[31m" },
  });
  expect(error).toBeInstanceOf(MlflowError);
  expect(error).toHaveProperty("code", "RESOURCE_DOES_NOT_EXIST");
  expect(error.message).toMatch(
    /^The runs cannot be listed: http:\/\/127\.0\.0\.1:\d+ answered: No such run\.⏎␛\[31m\.$/,
  );
});

test.each([
  [
    { status: 401, text: "You are not authenticated." },
    "answered: HTTP status 401. Set MLFLOW_TRACKING_USERNAME",
  ],
  [{ status: 403, text: "Permission denied" }, "answered: HTTP status 403. The account may not do this"],
  [{ status: 403, text: "Invalid Host header" }, "answered: HTTP status 403."],
  [{ status: 404, text: "<html>" }, "HTTP status 404. Is this the address of an MLflow server?"],
  [{ status: 413, text: "<html>" }, "HTTP status 413. The server, or a proxy before it, limits the size"],
  [{ status: 302, text: "" }, "HTTP status 302. Is this the address of an MLflow server?"],
  [
    { status: 500, json: { error_code: "INTERNAL_ERROR", message: "database is locked" } },
    "answered: database is locked.",
  ],
  [{ status: 503, text: "busy" }, "HTTP status 503. Try again later: what was sent is kept."],
  [
    { status: 200, text: "<html>a page</html>" },
    "did not answer like an MLflow server. Check --tracking-uri.",
  ],
  [{ json: ["a list"] }, "did not answer like an MLflow server. Check --tracking-uri."],
])("%j is an error that says what to do", async (answer, message) => {
  const error = await errorWith(answer);
  expect(error).toBeInstanceOf(MlflowError);
  expect(error.message).toContain(message);
});

test("no message shows a password or a token that the server sends back", async () => {
  const environment = { MLFLOW_TRACKING_USERNAME: "ann", MLFLOW_TRACKING_PASSWORD: "open sesame" };
  const basic = Buffer.from("ann:open sesame").toString("base64");
  const message = `no user ann:open sesame (Basic ${basic}), http://ann:open sesame@host`;
  const error = await errorWith({ status: 401, json: { message } }, environment);
  expect(error.message).toContain("no user");
  expect(error.message).not.toContain("sesame");
  expect(error.message).not.toContain(basic);
});

test("a connection that is lost is an error that a later attempt may pass", async () => {
  const error = await errorWith((response) => response.destroy());
  expect(error).toBeInstanceOf(UnreachableError);
  expect(error.message).toContain("cannot be reached: the connection was lost.");
});

test("where nothing listens, the message says so, without the address's password", async () => {
  const url = await localServer(() => ({ json: {} }));
  const other = url.replace(/\d+$/, "1").replace("//", "//ann:hidden-word@");
  const error = await failureOf(serverAt(other).get("The runs cannot be listed", "runs/get", {}, anything));
  expect(error).toBeInstanceOf(UnreachableError);
  expect(error.message).toBe(
    "The runs cannot be listed: http://127.0.0.1:1 cannot be reached: nothing listens there. Start the server, or correct --tracking-uri.",
  );
});

test("a server without TLS at an https address is said to be one", async () => {
  const url = await localServer(() => ({ json: {} }));
  const server = serverAt(url.replace("http:", "https:"));
  const error = await failureOf(server.get("The runs cannot be listed", "runs/get", {}, anything));
  expect(error.message).toContain("it does not speak TLS. Write http:// before its address.");
});

test("a certificate of an unknown authority is an error that says how to name it", () => {
  const fault = Object.assign(new Error("self-signed certificate"), { code: "DEPTH_ZERO_SELF_SIGNED_CERT" });
  const { message } = unreachable(
    { baseUrl: "https://mlflow.example", secrets: [] },
    "The run cannot be created",
    fault,
  );
  expect(message).toContain("https://mlflow.example cannot be reached: its certificate is not signed by");
  expect(message).toContain("NODE_EXTRA_CA_CERTS");
});

test.each([
  ["never answers", () => {}],
  ["sends a part of its answer", (response) => response.writeHead(200).write("{")],
] satisfies [string, Answer][])("a server that %s is given up after the timeout", async (_case, answer) => {
  const error = await errorWith(answer, {}, 200);
  expect(error).toBeInstanceOf(UnreachableError);
  expect(error.message).toContain("cannot be reached: no answer for 0.2 s.");
});

test("a file is sent whole, with its length and a path in which nothing is special", async () => {
  const file = join(tempDir(), "large");
  const bytes = Buffer.alloc(3_000_000, "0123456789");
  writeFileSync(file, bytes);
  const received: Received[] = [];
  const url = await localServer((request) => {
    received.push(request);
    return { json: {} };
  });

  await serverAt(url).upload("1/artifacts/a b/50%#?.txt", { file });

  const [request] = received;
  expect(request?.path).toBe("/api/2.0/mlflow-artifacts/artifacts/1/artifacts/a%20b/50%25%23%3F.txt");
  expect(request?.headers["content-length"]).toBe("3000000");
  const digest = (content: Buffer) => createHash("sha256").update(content).digest("hex");
  expect(digest(request?.body ?? Buffer.alloc(0))).toBe(digest(bytes));
});

test("a server that reads no more of a file is given up after the timeout", async () => {
  const server = createServer((request) => request.pause()).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const file = join(tempDir(), "large");
  writeFileSync(file, "");
  truncateSync(file, 100_000_000);
  const error = await failureOf(serverAt(`http://127.0.0.1:${port}`, 300).upload("a/large", { file }));
  expect(error).toBeInstanceOf(UnreachableError);
  expect(error.message).toContain("a/large cannot be sent: ");
  expect(error.message).toContain("cannot be reached: no answer for 0.3 s.");
});

test("a file that is gone is the error, not the server", async () => {
  const url = await localServer(() => ({ json: {} }));
  const file = join(tempDir(), "gone");
  const error = await failureOf(serverAt(url).upload("a", { file }));
  expect(error).toBeInstanceOf(UserError);
  expect(error.message).toContain(`${file} cannot be read (ENOENT`);
});

test("a file that becomes shorter while it is sent is the error, not the server", async () => {
  const file = join(tempDir(), "shrinking");
  writeFileSync(file, Buffer.alloc(200_000));
  const url = await localServer(() => ({ json: {} }));
  const sending = failureOf(serverAt(url).upload("a", { file }));
  truncateSync(file, 10);
  const error = await sending;
  expect(error).toBeInstanceOf(UserError);
  expect(error.message).toBe(`${file} changed while it was sent. Export the run again.`);
});
