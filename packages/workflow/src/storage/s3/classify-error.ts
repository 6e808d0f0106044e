/** The properties of an error of the SDK or of the network. */
export interface S3Error {
  /** S3's error code (`NoSuchBucket`) or the system's (`ECONNREFUSED`). */
  readonly code: string;
  /** HTTP status; undefined without a response. */
  readonly status: number | undefined;
  readonly message: string;
  /** The bucket's region, if a server of another region reported it. */
  readonly region: string | undefined;
}

/** Reads the properties of an error. */
export function classifyError(error: unknown): S3Error {
  const fields = fieldsOf(error);
  const metadata = fieldsOf(fields.$metadata);
  const headers = fieldsOf(fieldsOf(fields.$response).headers);
  const cause = fields.cause === undefined ? undefined : classifyError(fields.cause);
  const name = textOf(fields.name) ?? "Error";
  const ofSystem = textOf(fields.code);
  const status = typeof metadata.httpStatusCode === "number" ? metadata.httpStatusCode : undefined;
  return {
    code: ofSystem ?? (name === "Error" && cause !== undefined ? cause.code : name),
    status,
    message: textOf(fields.message) ?? "",
    region: textOf(fields.Region) ?? textOf(headers["x-amz-bucket-region"]),
  };
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null
    ? Object.fromEntries(
        [
          "name",
          "code",
          "message",
          "cause",
          "Region",
          "$metadata",
          "$response",
          "httpStatusCode",
          "headers",
          "x-amz-bucket-region",
        ].map((name) => [name, Reflect.get(value, name)]),
      )
    : {};
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

const unreachable = new Set([
  "ECONNREFUSED",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ETIMEDOUT",
]);
const cutOff = new Set(["ECONNRESET", "EPIPE", "ERR_STREAM_PREMATURE_CLOSE", "TimeoutError", "ECONNABORTED"]);
const busy = new Set([
  "SlowDown",
  "RequestTimeout",
  "InternalError",
  "ServiceUnavailable",
  "OperationAborted",
]);

/** The server received other bytes than those the request's checksum was computed from. */
const damaged = new Set(["BadDigest", "XAmzContentChecksumMismatch", "XAmzContentSHA256Mismatch"]);

/** Whether the server could not be reached. */
export function isUnreachable({ code }: S3Error): boolean {
  return unreachable.has(code);
}

/** Whether the same request may succeed a little later. */
export function isTransientS3Error(fault: S3Error): boolean {
  const { code, status } = fault;
  return (
    isUnreachable(fault) ||
    cutOff.has(code) ||
    busy.has(code) ||
    code === "IncompleteBody" ||
    damaged.has(code) ||
    // Two writers wrote the same key at the same moment.
    code === "ConditionalRequestConflict" ||
    status === 429 ||
    (status !== undefined && status >= 500 && status !== 501)
  );
}

/** Whether the server rejected this machine's clock; the SDK has corrected its own from the response. */
export function isClockSkew({ code }: S3Error): boolean {
  return code === "RequestTimeTooSkewed" || code === "RequestInTheFuture";
}

/** Whether the server may have rejected the SDK's checksum headers, which older servers do not support. */
export function mayRefuseChecksums(fault: S3Error): boolean {
  const { code, status, message } = fault;
  if (status === 501 || code === "NotImplemented") return true;
  // A server that detects damaged bytes supports checksums.
  return status === 400 && !/Mismatch|Digest/.test(code) && /x-amz-\S*checksum/i.test(message);
}

/** Whether the condition of a request (`If-None-Match`, `If-Match`) failed. */
export function isPreconditionFailed({ code, status }: S3Error): boolean {
  return code === "PreconditionFailed" || status === 412;
}

/** Whether a resumed download failed because the object was replaced, possibly by a shorter one. */
export function isReplaced(fault: S3Error): boolean {
  return isPreconditionFailed(fault) || fault.code === "InvalidRange" || fault.status === 416;
}

/** Whether the object does not exist; a missing bucket may look the same in a response without a body. */
export function isNotFound({ code, status }: S3Error): boolean {
  return (
    code === "NoSuchKey" ||
    code === "NotFound" ||
    (status === 404 && code !== "NoSuchBucket" && code !== "NoSuchUpload")
  );
}
