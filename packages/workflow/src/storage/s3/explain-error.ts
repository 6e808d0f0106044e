import { TransientError, UserError } from "../../definition/errors.js";
import { redactSecrets } from "../../definition/redact-secrets.js";
import { explainFileError } from "../file-error.js";
import { keyNotFoundError } from "../key-not-found-error.js";
import type { StoredObject } from "../store.js";
import {
  classifyError,
  isNotFound,
  isTransientS3Error,
  isUnreachable,
  type S3Error,
} from "./classify-error.js";
import type { S3Connection } from "./connection.js";

/** The operation that failed. */
export interface Attempted {
  readonly verb: "read" | "write" | "list" | "remove";
  /** The key, or the prefix of a list. */
  readonly key: string;
  readonly list: (prefix: string) => AsyncIterable<StoredObject>;
}

/**
 * Explains an SDK error to the user, without secrets and without the SDK's error as its cause, which contains the request's
 * headers. Errors that do not come from the server or the network are returned unchanged.
 */
export async function explainError(
  error: unknown,
  connection: S3Connection,
  attempted: Attempted,
): Promise<unknown> {
  if (error instanceof UserError || (error instanceof Error && error.name === "AbortError")) return error;
  const ofFile = explainFileError(error);
  if (ofFile !== undefined) return ofFile;
  const fault = await withReason(classifyError(error), attempted);
  if (attempted.verb === "read" && isNotFound(fault)) {
    try {
      return await keyNotFoundError(connection.displayName, attempted.key, attempted.list);
    } catch {
      // Permission to read does not include permission to list.
      return new UserError(`${connection.displayName} has no key "${attempted.key}".`);
    }
  }
  const text = messageOf(fault, connection, attempted);
  const message = redactSecrets(text, await connection.secrets());
  return isTransientS3Error(fault) ? new TransientError(message) : new UserError(message);
}

/** The response to HEAD has no body with a reason; a list request fails for the same reason and has one. */
async function withReason(fault: S3Error, { key, list }: Attempted): Promise<S3Error> {
  const silent =
    fault.code === "NotFound" ||
    fault.code === "Unknown" ||
    fault.code === "UnknownError" ||
    /^\d+$/.test(fault.code);
  if (!silent && fault.code !== "Forbidden" && fault.code !== "BadRequest") return fault;
  try {
    for await (const _ of list(key)) break;
    return fault;
  } catch (error) {
    const reason = classifyError(error);
    return reason.code === "AccessDenied" && fault.status === 404 ? fault : reason;
  }
}

function messageOf(
  fault: S3Error,
  { bucket, displayName, server }: S3Connection,
  { verb, key }: Attempted,
): string {
  const { code, status, message } = fault;
  const place = `${displayName.replace(/\?.*$/, "")}${key === "" ? "" : `/${key}`} at ${server}`;
  const what = `Cannot ${verb} ${place}`;
  const keys = "AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or the profile that AWS_PROFILE names";
  if (isUnreachable(fault)) {
    const named = code === "ENOTFOUND" || code === "EAI_AGAIN" ? "its name cannot be resolved" : code;
    return `${what}: the server cannot be reached (${named}). Check the endpoint (?endpoint=… or AWS_ENDPOINT_URL_S3), the network, and, if the bucket is a part of the host name, whether pathStyle=true helps.`;
  }
  if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS/.test(code)) {
    return `${what}: its TLS certificate is not trusted (${code}). Set NODE_EXTRA_CA_CERTS to the file with the authority's certificate.`;
  }
  if (code === "EPROTO") {
    return `${what}: it does not speak TLS. If it is a server without TLS, write its endpoint with http://.`;
  }
  switch (code) {
    case "NoSuchBucket":
      return `There is no bucket "${bucket}" at ${server}. Check its name, or create it.`;
    case "InvalidAccessKeyId":
      return `${what}: the server does not know the access key. Check ${keys}.`;
    case "SignatureDoesNotMatch":
      return `${what}: the secret key does not belong to the access key. Check ${keys}.`;
    case "ExpiredToken":
    case "ExpiredTokenException":
    case "TokenRefreshRequired":
    case "RequestExpired":
      return `${what}: the credentials have expired. Log in again, or set AWS_SESSION_TOKEN and its keys again.`;
    case "InvalidToken":
      return `${what}: the session token is not valid. Set AWS_SESSION_TOKEN with the keys that it came with, or unset it.`;
    case "RequestTimeTooSkewed":
    case "RequestInTheFuture":
      return `${what}: this machine's clock is too far from the server's. It shows ${new Date().toISOString()}: correct it.`;
    case "CredentialsProviderError":
    case "TokenProviderError":
      return `${what}: no credentials were found. Set ${keys}.`;
    case "PermanentRedirect":
    case "AuthorizationHeaderMalformed":
    case "IllegalLocationConstraintException":
    case "301":
      return `${what}: the bucket is in another region${fault.region === undefined ? "" : `, ${fault.region}`}. Set AWS_REGION, or write ?region=${fault.region ?? "NAME"} after the address.`;
    case "AccessDenied":
    case "Forbidden":
    case "AllAccessDisabled":
      return `${what}: access denied. The keys are valid, but may not ${verb} there: ask the owner of the bucket, or use other keys (${keys}).`;
  }
  if (/checksum mismatch/i.test(message)) {
    return `${what}: it arrived damaged: its checksum is not the one that the server sent. Try again; if that fails too, upload the object again.`;
  }
  if (status === 403) return `${what}: access denied (${code}). Check ${keys}, and what they may do there.`;
  if (message.includes("Deserialization error") || message.includes("is not expected.")) {
    return `${what}: the server's answer is not S3's. Check the endpoint: it must be the S3 API, not a console or a proxy.`;
  }
  const answer = status === undefined ? "the connection was lost" : `the server answered ${status}`;
  return `${what}: ${answer} (${code}${message === "" || message === code ? "" : `: ${message}`}).`;
}
