/** What is known of an error of the SDK, or of the network under it. */
export interface S3Error {
  /** S3's code (`NoSuchBucket`), or the system's (`ECONNREFUSED`). */
  readonly code: string;
  /** Of HTTP; undefined where no answer came. */
  readonly status: number | undefined;
  readonly message: string;
  /** Where the bucket lies, as a server told that was asked in the wrong region. */
  readonly region: string | undefined;
}

/** Reads what an error tells. */
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

/** Other bytes came to the server than those that the request's checksum was made of. */
const damaged = new Set(["BadDigest", "XAmzContentChecksumMismatch", "XAmzContentSHA256Mismatch"]);

/** Whether the server could not be reached at all. */
export function isUnreachable({ code }: S3Error): boolean {
  return unreachable.has(code);
}

/** Whether the same request may go well a little later. */
export function isTransientS3Error(fault: S3Error): boolean {
  const { code, status } = fault;
  return (
    isUnreachable(fault) ||
    cutOff.has(code) ||
    busy.has(code) ||
    code === "IncompleteBody" ||
    damaged.has(code) ||
    // Two writers asked for the same key in the same moment.
    code === "ConditionalRequestConflict" ||
    status === 429 ||
    (status !== undefined && status >= 500 && status !== 501)
  );
}

/** Whether the server found this machine's clock wrong: the SDK has now set its own by the answer. */
export function isClockSkew({ code }: S3Error): boolean {
  return code === "RequestTimeTooSkewed" || code === "RequestInTheFuture";
}

/** Whether the server may have refused a header of the SDK's checksums, which older servers do not know. */
export function mayRefuseChecksums(fault: S3Error): boolean {
  const { code, status, message } = fault;
  if (status === 501 || code === "NotImplemented") return true;
  // A server that found bytes damaged knows checksums.
  return status === 400 && !/Mismatch|Digest/.test(code) && /x-amz-\S*checksum/i.test(message);
}

/** Whether the condition of a request (`If-None-Match`, `If-Match`) does not hold. */
export function isPreconditionFailed({ code, status }: S3Error): boolean {
  return code === "PreconditionFailed" || status === 412;
}

/** Whether the rest of an object was asked for, and another one is there by now: one that may be shorter, too. */
export function isReplaced(fault: S3Error): boolean {
  return isPreconditionFailed(fault) || fault.code === "InvalidRange" || fault.status === 416;
}

/** Whether there is no such object; a missing bucket may look the same where an answer has no body. */
export function isNotFound({ code, status }: S3Error): boolean {
  return (
    code === "NoSuchKey" ||
    code === "NotFound" ||
    (status === 404 && code !== "NoSuchBucket" && code !== "NoSuchUpload")
  );
}
