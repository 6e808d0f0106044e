import { printable } from "@tiphys/argo-lint/text";
import * as z from "zod";
import { UnreachableError } from "../../../../argo/client/server-error.js";
import { UserError } from "../../../../definition/errors.js";
import { redactSecrets } from "../../../../definition/redact-secrets.js";
import { errorCode } from "../../../../files/error-code.js";
import { parseJson } from "../../../../history/parse-json.js";
import type { TrackingAddress } from "./tracking-address.js";

/** The server rejected a request, or is not an MLflow server. `code` is MLflow's, such as RESOURCE_DOES_NOT_EXIST. */
export class MlflowError extends UserError {
  override name = "MlflowError";

  constructor(
    message: string,
    readonly code: string,
  ) {
    super(message);
  }
}

/** How much of a server's message is shown, in characters. */
const maxReason = 500;

const bodySchema = z.object({ error_code: z.string().default(""), message: z.string().min(1) });

const noTls = "it does not speak TLS. Write http:// before its address.";

const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: "nothing listens there. Start the server, or correct --tracking-uri.",
  ENOTFOUND: "no host has that name. Correct --tracking-uri.",
  EAI_AGAIN: "the host's name cannot be resolved at the moment.",
  ECONNRESET: "the connection was lost.",
  EPIPE: "the connection was lost.",
  UND_ERR_SOCKET: "the connection was lost. If the server speaks TLS, write https:// before its address.",
  UND_ERR_CONNECT_TIMEOUT: "it does not answer.",
  ERR_SSL_WRONG_VERSION_NUMBER: noTls,
  ERR_SSL_PACKET_LENGTH_TOO_LONG: noTls,
  EPROTO: noTls,
  CERT_HAS_EXPIRED: "its certificate has expired.",
  ERR_TLS_CERT_ALTNAME_INVALID: "its certificate is for another name than that of --tracking-uri.",
};

const untrusted = /^(DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_)/;

/** The error for a response with a status other than 2xx. @param what is being done: `The run cannot be sent` */
export function refusal(
  { baseUrl, secrets }: TrackingAddress,
  what: string,
  status: number,
  body: string,
): MlflowError {
  const found = bodySchema.safeParse(parseJson(body)).data;
  const said = found === undefined ? `HTTP status ${status}` : shown(found.message, secrets);
  return new MlflowError(
    `${what}: ${baseUrl} answered: ${said}.${advice(status, found !== undefined)}`,
    found?.error_code ?? "",
  );
}

function advice(status: number, isMlflows: boolean): string {
  if (status === 401) {
    return " Set MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD, or MLFLOW_TRACKING_TOKEN, to what the server accepts.";
  }
  if (status === 403) return " The account may not do this: check its permissions on the server.";
  if (status === 413) return " The server, or a proxy before it, limits the size of a file.";
  if (isMlflows) return "";
  if (status >= 500) return " Try again later: what was sent is kept.";
  return " Is this the address of an MLflow server?";
}

/** The error for no response. */
export function unreachable(
  { baseUrl, secrets }: TrackingAddress,
  what: string,
  error: unknown,
): UnreachableError {
  const code = String(errorCode(error) ?? "");
  const message = error instanceof Error && error.message !== "" ? error.message : code;
  const reason = untrusted.test(code)
    ? "its certificate is not signed by an authority that Node trusts. Name the authority's file with NODE_EXTRA_CA_CERTS."
    : (reasons[code] ?? `${shown(message, secrets)}.`);
  return new UnreachableError(`${what}: ${baseUrl} cannot be reached: ${reason}`, true);
}

/** A text of the server on one line, without secrets and a period at the end. */
function shown(text: string, secrets: readonly string[]): string {
  return printable(redactSecrets(text, secrets).trim()).slice(0, maxReason).replace(/\.$/, "");
}
