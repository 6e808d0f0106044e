import { didYouMean } from "@tiphys/argo-lint/text";
import { UsageError } from "../definition/errors.js";
import { checkKey } from "./object-key.js";

/** An object, or a prefix of objects, in a bucket. */
export interface S3Address {
  readonly bucket: string;
  /** Empty for the whole bucket; a prefix may end with a slash. */
  readonly key: string;
  /** The server's origin with its scheme. Default: the environment's endpoint, else AWS. */
  readonly endpoint?: string;
  readonly region?: string;
  /** Whether requests have the bucket in the path instead of the host name. */
  readonly pathStyle?: boolean;
}

const options = ["endpoint", "region", "pathStyle", "key"];
const expected =
  "Expected s3://BUCKET/KEY, with options after it where needed: ?endpoint=https://HOST:PORT&region=NAME&pathStyle=true.";

/** Whether a text is meant as an S3 address; it need not be valid. */
export function isS3Address(text: string): boolean {
  return /^s3:/i.test(text);
}

/**
 * Parses an address: `s3://bucket/key?endpoint=https://host:9000&region=eu-central-1&pathStyle=true`. The key is not
 * percent-encoded; spaces, `+` and `%` stand for themselves. Only a key with a question mark is passed as an option,
 * percent-encoded: `s3://bucket?key=a%3Fb`.
 * @throws {UsageError} whose message omits what may be a secret: a user before the host, and option values
 */
export function parseS3Address(text: string): S3Address {
  const [, place = "", query] = /^s3:\/\/([^?]*)(?:\?(.*))?$/is.exec(text) ?? [];
  const slash = place.indexOf("/");
  const bucket = slash < 0 ? place : place.slice(0, slash);
  if (bucket.includes("@")) {
    throw new UsageError(
      `The address names a user before the bucket. Keys are taken from AWS_ACCESS_KEY_ID or AWS_PROFILE, never from an address. ${expected}`,
    );
  }
  if (!/^[A-Za-z0-9][\w.-]{1,254}$/.test(bucket)) {
    throw new UsageError(`"${withoutQuery(text)}" names no bucket. ${expected}`);
  }
  const given = readOptions(query ?? "");
  const written = slash < 0 ? "" : place.slice(slash + 1);
  if (written !== "" && given.key !== undefined) {
    throw new UsageError(`The address has two keys, one after the bucket and one as an option. ${expected}`);
  }
  const key = given.key ?? written;
  if (key !== "") checkKey(key.replace(/(?<=[^/])\/$/, ""));
  return {
    bucket,
    key,
    ...(given.endpoint === undefined ? {} : { endpoint: checkEndpoint(given.endpoint, "the address") }),
    ...(given.region === undefined ? {} : { region: checkRegion(given.region) }),
    ...(given.pathStyle === undefined ? {} : { pathStyle: readBoolean(given.pathStyle) }),
  };
}

function withoutQuery(text: string): string {
  return text.replace(/\?.*$/s, "");
}

function readOptions(query: string): Partial<Record<string, string>> {
  const found: Partial<Record<string, string>> = {};
  for (const pair of query.split("&").filter((each) => each !== "")) {
    const [name = ""] = pair.split("=", 1);
    if (!options.includes(name)) {
      const signed = /^x-amz-/i.test(name) ? " Presigned addresses are not supported." : "";
      throw new UsageError(
        `The address has an option "${name}" that does not exist.${signed || didYouMean(name, options)} ${expected}`,
      );
    }
    if (found[name] !== undefined) throw new UsageError(`The address has the option "${name}" twice.`);
    try {
      found[name] = decodeURIComponent(pair.slice(name.length + 1));
    } catch {
      throw new UsageError(
        `The address's option "${name}" is not percent-encoded UTF-8: write "%" as "%25".`,
      );
    }
  }
  return found;
}

/**
 * Checks a server's address. Without a scheme it means https; only `http://` disables TLS.
 * @param where the address was found, for the message
 * @returns its origin and path, without a trailing slash
 * @throws {UsageError} whose message omits the address, which may contain a password
 */
export function checkEndpoint(endpoint: string, where: string): string {
  const text = /^[a-z][a-z0-9+.-]*:\/\//i.test(endpoint) ? endpoint : `https://${endpoint}`;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.hostname === "") {
    throw new UsageError(`The endpoint in ${where} is not an address. Expected https://HOST:PORT.`);
  }
  if (url.username !== "" || url.password !== "") {
    throw new UsageError(
      `The endpoint in ${where} contains a user or a password. Set the keys in AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY or a profile, and write the endpoint as https://HOST:PORT.`,
    );
  }
  if (url.search !== "" || url.hash !== "") {
    throw new UsageError(
      `The endpoint in ${where} has a query or a fragment ("?" or "#"). Expected https://HOST:PORT.`,
    );
  }
  return `${url.origin}${url.pathname.replace(/\/+$/, "")}`;
}

function checkRegion(region: string): string {
  if (/^[a-z0-9-]{1,63}$/i.test(region)) return region;
  throw new UsageError(
    'The address\'s region is not the name of a region. Expected, for example, "eu-central-1".',
  );
}

function readBoolean(text: string): boolean {
  if (text === "true" || text === "false") return text === "true";
  throw new UsageError(
    'The address\'s option "pathStyle" is neither true nor false. Expected pathStyle=true or pathStyle=false.',
  );
}

/** Writes an address that {@link parseS3Address} reads. */
export function formatS3Address({ bucket, key, endpoint, region, pathStyle }: S3Address): string {
  const asOption = key.includes("?");
  const given = [
    ...(asOption ? [`key=${encodeURIComponent(key)}`] : []),
    ...(endpoint === undefined ? [] : [`endpoint=${encodeURI(endpoint).replaceAll("&", "%26")}`]),
    ...(region === undefined ? [] : [`region=${region}`]),
    ...(pathStyle === undefined ? [] : [`pathStyle=${pathStyle}`]),
  ];
  const place = key === "" || asOption ? bucket : `${bucket}/${key}`;
  return `s3://${place}${given.length === 0 ? "" : `?${given.join("&")}`}`;
}
