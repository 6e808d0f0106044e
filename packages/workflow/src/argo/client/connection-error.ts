/** Faults of a connection before a request was sent: the server cannot have seen it. */
const unseen = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

const late = "it does not answer in time.";
const noTls = "it does not speak TLS. Set ARGO_SECURE=false, or write http:// before its address.";

const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: "nothing listens there. Is the server running, and is its port forwarded?",
  ENOTFOUND: "there is no host of that name.",
  EAI_AGAIN: "the host's name cannot be looked up now.",
  ECONNRESET: "the connection was broken.",
  EPIPE: "the connection was broken.",
  UND_ERR_SOCKET:
    "the connection was broken. Does the server speak TLS? Then write https:// before its address, or leave ARGO_SECURE=false out.",
  UND_ERR_CONNECT_TIMEOUT: "it does not answer.",
  UND_ERR_HEADERS_TIMEOUT: late,
  UND_ERR_BODY_TIMEOUT: late,
  UND_ERR_HEADERS_OVERFLOW: "its answer has more headers than Node reads. Is it an Argo Server?",
  ERR_SSL_WRONG_VERSION_NUMBER: noTls,
  ERR_SSL_PACKET_LENGTH_TOO_LONG: noTls,
  EPROTO: noTls,
  CERT_HAS_EXPIRED: "its certificate has expired.",
  ERR_TLS_CERT_ALTNAME_INVALID:
    "its certificate is for another name. Write the name that the certificate has into ARGO_SERVER.",
};

const untrusted = new Set([
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
]);

/** A fault of the connection, in words for whoever wanted something of the server. */
export interface ConnectionFault {
  readonly reason: string;
  /** Whether the server can have seen the request. */
  readonly maybeSeen: boolean;
  /** Whether it may be reached later by the same means. */
  readonly passes: boolean;
}

/** What an error of the HTTP client means. */
export function connectionFault(error: unknown): ConnectionFault {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  const isTls = untrusted.has(code) || /^(ERR_TLS|ERR_SSL|CERT_|EPROTO)/.test(code);
  return {
    reason: reasonOf(code, cause),
    maybeSeen: !unseen.has(code) && !isTls,
    passes: !isTls && code !== "UND_ERR_HEADERS_OVERFLOW",
  };
}

function reasonOf(code: string, cause: unknown): string {
  if (untrusted.has(code)) {
    return "its certificate is signed by nobody that Node trusts. Name its authority with --ca-file FILE (or NODE_EXTRA_CA_CERTS); --insecure-skip-verify trusts anybody.";
  }
  return reasons[code] ?? `${cause instanceof Error ? cause.message : String(cause)}.`;
}
