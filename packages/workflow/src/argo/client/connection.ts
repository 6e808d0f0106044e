import { readFileSync } from "node:fs";
import { UsageError } from "../../definition/errors.js";

/** How to reach an Argo Server. Defaults come from the environment variables of the argo CLI. */
export interface ConnectionOptions {
  /** `host:port` or a URL; ARGO_SERVER. */
  readonly server?: string;
  /** With or without a `Bearer ` or `Basic ` prefix; ARGO_TOKEN. */
  readonly token?: string;
  /** ARGO_NAMESPACE, else `default`. */
  readonly namespace?: string;
  /** Whether the server speaks TLS; ARGO_SECURE, else true. The scheme of a URL takes precedence. */
  readonly secure?: boolean;
  /** Whether to accept any certificate; ARGO_INSECURE_SKIP_VERIFY, else false. */
  readonly insecureSkipVerify?: boolean;
  /** The base path of the server, such as `/argo`; ARGO_BASE_HREF. */
  readonly baseHref?: string;
  /** The instance ID of the controller that runs submitted workflows; ARGO_INSTANCEID. */
  readonly instanceId?: string;
  /** PEM file with the authority of the server's certificate, in addition to those that Node trusts; ARGO_CA contains its text. */
  readonly caFile?: string;
}

/** The resolved settings of a connection to an Argo Server. */
export interface ServerConnection {
  /** Without a trailing slash. */
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
 * Resolves the connection from options and environment.
 * @throws {UsageError} if no server is set, its address or the token is not valid, or the CA file cannot be read
 */
export function connectionOf(
  options: ConnectionOptions = {},
  env: Environment = process.env,
): ServerConnection {
  const server = options.server ?? textOf(env.ARGO_SERVER);
  if (server === undefined) {
    throw new UsageError(
      "No Argo Server is set. Set ARGO_SERVER (host:port or a URL) or pass --argo-server, and set ARGO_TOKEN to a token: `argo auth token` prints one.",
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
 * The server expects `Bearer TOKEN`; the argo CLI's variable may include the prefix. Characters that a header cannot contain are
 * rejected here, because a later error message would contain the token.
 */
function authorizationOf(token: string): string {
  if (!/^[\x20-\x7e]+$/.test(token)) {
    throw new UsageError(
      "The token (ARGO_TOKEN or --token) contains a line break or another character that a token cannot contain. Copy the token again, without anything else.",
    );
  }
  return /^(bearer|basic) /i.test(token) ? token : `Bearer ${token}`;
}

const pemBegin = "-----BEGIN CERTIFICATE-----";

function caText(text: string | undefined): string | undefined {
  if (textOf(text) === undefined || text?.includes(pemBegin)) return textOf(text);
  throw new UsageError(
    `ARGO_CA is not a PEM certificate: no line ${pemBegin}. It expects the text of the file, not its path; --ca-file expects the path.`,
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
  throw new UsageError(`--ca-file ${file} is not a PEM certificate: no line ${pemBegin}.`);
}
