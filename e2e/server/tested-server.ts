import { exec } from "node:child_process";
import { promisify } from "node:util";
import { record } from "./record.js";
import { readRecording } from "./recording.js";
import { replay } from "./replay.js";

const run = promisify(exec);

/** Milliseconds that a server may take to restart. */
const restartDeadline = 90_000;

/** The replacement of a server speaks plain HTTP, and no gRPC with the argo CLI. */
const plain = { ARGO_SECURE: "false", ARGO_HTTP1: "true" };

/** An Argo Server, or the recorded answers of one. */
export interface TestedServer {
  /** For messages. */
  readonly what: string;
  readonly isRecorded: boolean;
  readonly host: string;
  readonly port: number;
  readonly image: string;
  readonly namespace: string;
  readonly token: string;
  /** A text that makes names unique to this run. */
  readonly id: string;
  /** Environment variables with which commands find it. */
  readonly environment: Readonly<Record<string, string>>;
  /** Restarts it; undefined without a command for that. */
  readonly restart: (() => Promise<void>) | undefined;
  close(): Promise<void>;
}

/**
 * The server that E2E_IMAGE and the ARGO_ variables specify, or else recorded answers of a real one.
 *
 * With E2E_RECORD=true, the answers of the specified server are recorded. E2E_RESTART_SERVER is a command that restarts the
 * server and waits until it answers.
 * @returns undefined if there is neither
 */
export async function testedServer(): Promise<TestedServer | undefined> {
  const { E2E_IMAGE: image = "", ARGO_SERVER = "" } = process.env;
  return image === "" || ARGO_SERVER === "" ? recordedServer() : realServer(image, ARGO_SERVER);
}

async function realServer(image: string, address: string): Promise<TestedServer> {
  const { ARGO_TOKEN = "", ARGO_NAMESPACE: namespace = "default" } = process.env;
  const token = ARGO_TOKEN.startsWith("Bearer ") ? ARGO_TOKEN : `Bearer ${ARGO_TOKEN}`;
  const { ARGO_SECURE, E2E_RECORD, E2E_RESTART_SERVER: command, AWS_SECRET_ACCESS_KEY = "" } = process.env;
  const id = Date.now().toString(36);
  const [host = "", port = ""] = address.split(":");
  const server = {
    what: `the Argo Server ${address}`,
    isRecorded: false,
    host,
    port: Number(port),
    image,
    namespace,
    token,
    id,
    environment: {},
    restart:
      command === undefined
        ? undefined
        : () => run(command, { timeout: restartDeadline }).then(() => undefined),
    close: () => Promise.resolve(),
  };
  if (E2E_RECORD !== "true") return server;
  const { port: at, close } = await record({
    baseUrl: `${ARGO_SECURE === "false" ? "http" : "https"}://${address}`,
    token,
    secrets: [token.replace(/^Bearer /, ""), AWS_SECRET_ACCESS_KEY],
    about: { namespace, image, id },
  });
  const environment = { ...plain, ARGO_SERVER: `127.0.0.1:${at}` };
  return { ...server, host: "127.0.0.1", port: at, environment, close };
}

async function recordedServer(): Promise<TestedServer | undefined> {
  const recording = readRecording();
  if (recording === undefined) return undefined;
  const token = "Bearer token-of-the-recorded-server";
  const { port, restart, close } = await replay(recording, token);
  const { argo, image, namespace, id } = recording;
  return {
    what: `recorded answers of Argo Server ${argo}`,
    isRecorded: true,
    host: "127.0.0.1",
    port,
    image,
    namespace,
    token,
    id,
    environment: {
      ...plain,
      ARGO_SERVER: `127.0.0.1:${port}`,
      ARGO_TOKEN: token,
      ARGO_NAMESPACE: namespace,
      ARGO_BASE_HREF: "",
      ARGO_INSTANCEID: "",
      ARGO_INSECURE_SKIP_VERIFY: "",
    },
    restart,
    close,
  };
}
