import * as z from "zod";
import { UserError } from "../../definition/errors.js";

/** Why a server rejected a request. */
export type Refusal =
  | "unauthenticated"
  | "forbidden"
  | "not-found"
  | "already-exists"
  | "invalid"
  | "conflict"
  /** The response comes from a proxy or another program, not from an Argo Server. */
  | "not-argo"
  /** The response is longer than any that Argo sends. */
  | "too-large"
  | "server-fault";

/** The server rejected the request. */
export class ServerError extends UserError {
  override name = "ServerError";

  constructor(
    message: string,
    readonly refusal: Refusal,
    /** HTTP status. */
    readonly status: number,
  ) {
    super(message);
  }
}

/** No response came: the server cannot be reached, or the connection was lost. The command line exits with code 75. */
export class UnreachableError extends UserError {
  override name = "UnreachableError";

  constructor(
    message: string,
    /** Whether the server may have received the request. */
    readonly maybeSeen: boolean,
    /** Whether a later attempt may succeed; not if, for example, the certificate is not trusted. */
    readonly passes = true,
  ) {
    super(message);
  }
}

/** gRPC codes, which the server puts into the body of an error. */
const refusalsByCode: Readonly<Record<number, Refusal>> = {
  3: "invalid",
  5: "not-found",
  6: "already-exists",
  7: "forbidden",
  9: "conflict",
  10: "conflict",
  16: "unauthenticated",
};

const refusalsByStatus: Readonly<Record<number, Refusal>> = {
  400: "invalid",
  401: "unauthenticated",
  403: "forbidden",
  404: "not-found",
  409: "conflict",
};

/** Explains a response with a status other than 200. @returns the reason as the end of a sentence about the request */
export function refusalOf(
  status: number,
  body: string,
): { readonly refusal: Refusal; readonly reason: string } {
  const { code, message } = parseBody(body);
  const refusal = refusalsByCode[code ?? -1] ?? refusalsByStatus[status] ?? "server-fault";
  const said = message === "" ? `HTTP status ${status}` : message;
  return { refusal, reason: `${said.replace(/\.?$/, ".")}${advice(refusal, said)}` };
}

/** Whether a later attempt may succeed: after a lost connection or an internal error of the server. */
export function isTransient(error: unknown): boolean {
  if (error instanceof ServerError) return error.refusal === "server-fault";
  return error instanceof UnreachableError && error.passes;
}

/** Whether an error body has the form of Argo's. */
export function isArgos(body: string): boolean {
  return parseBody(body).code !== undefined;
}

const errorSchema = z.looseObject({
  code: z.number().optional(),
  grpc_code: z.number().optional(),
  message: z.string().default(""),
});

/** Parses an error body: JSON, or a message of a stream if a stream was requested. */
function parseBody(body: string): { readonly code?: number | undefined; readonly message: string } {
  try {
    const parsed: unknown = JSON.parse(body.replace(/^data:/, ""));
    const framed = z.looseObject({ error: errorSchema }).safeParse(parsed);
    const { code, grpc_code, message } = framed.data?.error ?? errorSchema.parse(parsed);
    return { code: code ?? grpc_code, message: message.trim() };
  } catch {
    // A proxy's page, for example.
    return { message: /<html|<!doctype/i.test(body) ? "" : body.trim().slice(0, 300) };
  }
}

function advice(refusal: Refusal, said: string): string {
  if (refusal === "unauthenticated") {
    return /expired/i.test(said)
      ? " The token has expired: get a new one and set ARGO_TOKEN."
      : " The token is missing, wrong or expired: set ARGO_TOKEN to one that the server accepts (`argo auth token` prints one).";
  }
  if (refusal === "forbidden") {
    return " The token's account may not do this in that namespace: check --namespace (or ARGO_NAMESPACE), and the account's role.";
  }
  return "";
}
