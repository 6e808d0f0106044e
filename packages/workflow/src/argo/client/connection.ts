import { readFileSync } from "node:fs";
import { UsageError } from "../../definition/errors.js";

/** How to reach an Argo Server. What is left out comes from the environment, by the argo CLI's own variables. */
export interface ConnectionOptions {
  /** `host:port` or a URL; ARGO_SERVER. */
  readonly server?: string;
  /** Bare, or with `Bearer ` or `Basic ` before it; ARGO_TOKEN. */
  readonly token?: string;
  /** ARGO_NAMESPACE, else `default`. */
  readonly namespace?: string;
  /** Whether the server speaks TLS; ARGO_SECURE, else true. A URL says it itself. */
  readonly secure?: boolean;
  /** Whether any certificate will do; ARGO_INSECURE_SKIP_VERIFY, else false. */
  readonly insecureSkipVerify?: boolean;
  /** Path that the server is below, such as `/argo`; ARGO_BASE_HREF. */
  readonly baseHref?: string;
  /** Of the controller that is to run what is submitted; ARGO_INSTANCEID. */
  readonly instanceId?: string;
  /** PEM file with the authority that signed the server's certificate, beside those that Node trusts; ARGO_CA is its text. */
  readonly caFile?: string;
}

/** Where an Argo Server is and how to speak with it. */
export interface ServerConnection {
  /** Without a slash at its end. */
  readonly baseUrl: string;
  readonly authorization: string | undefined;
  readonly namespace: string;
  readonly insecureSkipVerify: boolean;
  readonly instanceId: string | undefined;
  /** PEM text. */
  readonly ca: string | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * What is to be known of a server, from options and environment.
 * @throws {UsageError} where no server is named, its address cannot be read, or the CA file cannot
 */
export function connectionOf(
  options: ConnectionOptions = {},
  env: Environment = process.env,
): ServerConnection {
  const server = options.server ?? textOf(env.ARGO_SERVER);
  if (server === undefined) {
    throw new UsageError(
      "No Argo Server is named. Set ARGO_SERVER (host:port or a URL), or give --argo-server. ARGO_TOKEN holds the token: `argo auth token` prints one.",
    );
  }
  const secure = options.secure ?? env.ARGO_SECURE !== "false";
  const token = textOf(options.token) ?? textOf(env.ARGO_TOKEN);
  return {
    baseUrl: baseUrlOf(server, secure, options.baseHref ?? env.ARGO_BASE_HREF ?? ""),
    authorization: token === undefined ? undefined : authorizationOf(token),
    namespace: options.namespace ?? textOf(env.ARGO_NAMESPACE) ?? "default",
    insecureSkipVerify: options.insecureSkipVerify ?? env.ARGO_INSECURE_SKIP_VERIFY === "true",
    instanceId: options.instanceId ?? textOf(env.ARGO_INSTANCEID),
    ca: options.caFile === undefined ? caText(env.ARGO_CA) : readCa(options.caFile),
  };
}

function textOf(value: string | undefined): string | undefined {
  return value === undefined || value.trim() === "" ? undefined : value.trim();
}

function baseUrlOf(server: string, secure: boolean, baseHref: string): string {
  const text = /^https?:\/\//i.test(server) ? server : `${secure ? "https" : "http"}://${server}`;
  const wrong = new UsageError(
    `The Argo Server's address "${withoutCredentials(server)}" cannot be read. Write host:port, such as localhost:2746, or a URL.`,
  );
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw wrong;
  }
  if (url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "") throw wrong;
  const path = [url.pathname, baseHref].map((part) => part.replace(/^\/+|\/+$/g, "")).filter(Boolean);
  return [url.origin, ...path].join("/");
}

function withoutCredentials(server: string): string {
  return server.replace(/[^/@]*@/, "…@").replace(/[?#].*/, "");
}

/**
 * The server takes `Bearer TOKEN`; the argo CLI's own variable may hold the word already. What no header can hold is refused
 * here, for elsewhere it would be told with the token in it.
 */
function authorizationOf(token: string): string {
  if (!/^[\x20-\x7e]+$/.test(token)) {
    throw new UsageError(
      "The token (ARGO_TOKEN or --token) holds a line break or another character that no token has. Was it copied whole, and nothing else?",
    );
  }
  return /^(bearer|basic) /i.test(token) ? token : `Bearer ${token}`;
}

const pemBegin = "-----BEGIN CERTIFICATE-----";

function caText(text: string | undefined): string | undefined {
  if (textOf(text) === undefined || text?.includes(pemBegin)) return textOf(text);
  throw new UsageError(
    `ARGO_CA is not a PEM certificate: no line ${pemBegin}. It takes the text of the file, not its path; --ca-file takes the path.`,
  );
}

function readCa(file: string): string {
  try {
    const text = readFileSync(file, "utf8");
    if (text.includes(pemBegin)) return text;
  } catch (error) {
    throw new UsageError(
      `--ca-file ${file} cannot be read: ${error instanceof Error ? error.message : error}`,
    );
  }
  throw new UsageError(`--ca-file ${file} holds no PEM certificate: no line ${pemBegin}.`);
}
