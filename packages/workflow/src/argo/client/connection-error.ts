import { errorCode } from "../../files/error-code.js";

/** Connection errors before a request was sent: the server cannot have received it. */
const notSentCodes = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

const timedOut = "it does not answer in time.";
const noTls = "it does not speak TLS. Set ARGO_SECURE=false, or write http:// before its address.";

const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: "nothing listens there. Is the server running, and is its port forwarded?",
  ENOTFOUND: "no host has that name.",
  EAI_AGAIN: "the host's name cannot be resolved at the moment.",
  ECONNRESET: "the connection was lost.",
  EPIPE: "the connection was lost.",
  UND_ERR_SOCKET:
    "the connection was lost. If the server speaks TLS, write https:// before its address, or unset ARGO_SECURE=false.",
  UND_ERR_CONNECT_TIMEOUT: "it does not answer.",
  UND_ERR_HEADERS_TIMEOUT: timedOut,
  UND_ERR_BODY_TIMEOUT: timedOut,
  UND_ERR_HEADERS_OVERFLOW: "its answer has more headers than Node accepts. Is it an Argo Server?",
  ERR_SSL_WRONG_VERSION_NUMBER: noTls,
  ERR_SSL_PACKET_LENGTH_TOO_LONG: noTls,
  EPROTO: noTls,
  CERT_HAS_EXPIRED: "its certificate has expired.",
  ERR_TLS_CERT_ALTNAME_INVALID:
    "its certificate is for another name. Set ARGO_SERVER to the name in the certificate.",
};

const untrusted = new Set([
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
]);

/** A connection error, explained to the user. */
export interface ConnectionFault {
  readonly reason: string;
  /** Whether the server may have received the request. */
  readonly maybeSeen: boolean;
  /** Whether a later attempt may succeed. */
  readonly passes: boolean;
}

/** Explains an error of the HTTP client. */
export function connectionFault(error: unknown): ConnectionFault {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = String(errorCode(cause) ?? "");
  const isTls = untrusted.has(code) || /^(ERR_TLS|ERR_SSL|CERT_|EPROTO)/.test(code);
  return {
    reason: reasonOf(code, cause),
    maybeSeen: !notSentCodes.has(code) && !isTls,
    passes: !isTls && code !== "UND_ERR_HEADERS_OVERFLOW",
  };
}

function reasonOf(code: string, cause: unknown): string {
  if (untrusted.has(code)) {
    return "its certificate is not signed by an authority that Node trusts. Name its authority with --ca-file FILE (or NODE_EXTRA_CA_CERTS); --insecure-skip-verify accepts any certificate.";
  }
  return reasons[code] ?? `${cause instanceof Error ? cause.message : String(cause)}.`;
}
