import * as z from "zod";
import { UserError } from "../../definition/errors.js";

/** Why a server did not do what it was asked. */
export type Refusal =
  | "unauthenticated"
  | "forbidden"
  | "not-found"
  | "already-exists"
  | "invalid"
  | "conflict"
  /** What answers is no Argo Server, but a proxy or another program. */
  | "not-argo"
  /** The answer is longer than anything that Argo sends. */
  | "too-large"
  | "server-fault";

/** The server answered, and its answer is no. */
export class ServerError extends UserError {
  override name = "ServerError";

  constructor(
    message: string,
    readonly refusal: Refusal,
    /** Of HTTP. */
    readonly status: number,
  ) {
    super(message);
  }
}

/** No answer came: the server is not there, or the connection broke. The command line ends with exit code 75. */
export class UnreachableError extends UserError {
  override name = "UnreachableError";

  constructor(
    message: string,
    /** Whether the server can have seen the request although no answer came. */
    readonly maybeSeen: boolean,
    /** Whether it may be reached later by the same means: a certificate that is not trusted stays so. */
    readonly passes = true,
  ) {
    super(message);
  }
}

/** Codes of gRPC, which the server puts into the body of an error. */
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

/** Why an answer with a status other than 200 came, as the end of a sentence that says what was wanted. */
export function refusalOf(
  status: number,
  body: string,
): { readonly refusal: Refusal; readonly reason: string } {
  const { code, message } = parseBody(body);
  const refusal = refusalsByCode[code ?? -1] ?? refusalsByStatus[status] ?? "server-fault";
  const said = message === "" ? `HTTP status ${status}` : message;
  return { refusal, reason: `${said.replace(/\.?$/, ".")}${advice(refusal, said)}` };
}

/** Whether what went wrong may go well a while later: a broken connection, or a fault within the server. */
export function isTransient(error: unknown): boolean {
  if (error instanceof ServerError) return error.refusal === "server-fault";
  return error instanceof UnreachableError && error.passes;
}

/** Whether the body of an error is as Argo writes one. */
export function isArgos(body: string): boolean {
  return parseBody(body).code !== undefined;
}

const errorSchema = z.looseObject({
  code: z.number().optional(),
  grpc_code: z.number().optional(),
  message: z.string().default(""),
});

/** An error is JSON; where a stream was asked for, it is a message of one. */
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
    return " The account behind the token may not do this in that namespace: check --namespace (or ARGO_NAMESPACE), and the account's role.";
  }
  return "";
}
