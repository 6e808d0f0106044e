import type { S3Client, S3ClientConfig } from "@aws-sdk/client-s3";
import { omitUndefined } from "../../definition/omit-undefined.js";
import { checkEndpoint, formatS3Address, type S3Address } from "../s3-address.js";
import { classifyError, mayRefuseChecksums } from "./classify-error.js";
import { withRetries } from "./retry.js";
import { loadSdk, type Sdk } from "./sdk.js";

/** Retry timeout for a store that has never responded, in milliseconds: a wrong name is more likely than an outage. */
const firstRetryTimeout = 2000;

/** How long connecting may take and how long a connection may be idle, in milliseconds. */
const connectionTimeout = 10_000;
export const idleTimeout = 60_000;

/** The connection of a store to its server. */
export interface S3Connection {
  readonly bucket: string;
  /** The bucket and its server, without secrets. */
  readonly displayName: string;
  /** Only the server, for messages. */
  readonly server: string;
  /** Sends a request; retries after transient errors. */
  ask<T>(signal: AbortSignal | undefined, request: Request<T>): Promise<T>;
  /** Texts that no message may contain. */
  secrets(): Promise<string[]>;
  close(): void;
}

export type Request<T> = (
  sdk: Sdk,
  client: S3Client,
  options: { abortSignal?: AbortSignal },
  onProgress: () => void,
) => Promise<T>;

interface Client {
  readonly sdk: Sdk;
  readonly client: S3Client;
}

/**
 * Creates a client from the SDK's usual configuration; no request is sent yet. If the server rejects the SDK's checksums, later
 * requests omit them.
 * @param retryTimeout in milliseconds
 * @param notice called once if the checksums are omitted
 */
export function connect(
  address: S3Address,
  retryTimeout: number,
  notice: (message: string) => void = () => {},
): S3Connection {
  const { bucket } = address;
  const endpoint = address.endpoint ?? endpointOfEnvironment();
  let answered = false;
  const server = endpoint ?? "AWS";
  let made: Promise<Client> | undefined;
  let bare: Promise<Client> | undefined;
  let isBare = false;
  const connected = (): Promise<Client> => {
    if (isBare && bare !== undefined) return bare;
    made ??= makeClient(address, endpoint);
    return made;
  };
  return {
    bucket,
    displayName: formatS3Address({ bucket, key: "", ...omitUndefined({ endpoint }) }),
    server,
    async ask(signal, request) {
      const milliseconds = (): number =>
        answered ? retryTimeout : Math.min(retryTimeout, firstRetryTimeout);
      const options = signal === undefined ? {} : { abortSignal: signal };
      const askBy = ({ sdk, client }: Client): ReturnType<typeof request> =>
        withRetries({ milliseconds, signal }, async (onProgress) => {
          try {
            const result = await request(sdk, client, options, () => {
              answered = true;
              onProgress();
            });
            answered = true;
            return result;
          } catch (error) {
            answered ||= classifyError(error).status !== undefined;
            throw error;
          }
        });
      const used = await connected();
      try {
        return await askBy(used);
      } catch (error) {
        if (!mayRefuseChecksums(classifyError(error)) || !(await hasChecksums(used))) throw error;
        bare ??= makeClient(address, endpoint, withoutChecksums);
        const result = await askBy(await bare);
        if (!isBare) {
          isBare = true;
          notice(
            `${server} does not support the SDK's checksums. They are omitted; the SHA-256 stored with each object is still verified.`,
          );
        }
        return result;
      }
    },
    async secrets() {
      const given = [process.env.AWS_SECRET_ACCESS_KEY, process.env.AWS_SESSION_TOKEN];
      const used = await connected()
        .then(({ client }) => client.config.credentials())
        .catch(() => undefined);
      return [...given, used?.secretAccessKey, used?.sessionToken].filter((text) => text !== undefined);
    },
    close() {
      for (const each of [made, bare]) {
        void each?.then(
          ({ client }) => client.destroy(),
          () => {},
        );
      }
    },
  };
}

function endpointOfEnvironment(): string | undefined {
  if (process.env.AWS_IGNORE_CONFIGURED_ENDPOINT_URLS === "true") return undefined;
  for (const name of ["AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL"]) {
    const value = process.env[name];
    if (value !== undefined && value !== "") return checkEndpoint(value, name);
  }
  return undefined;
}

const withoutChecksums = {
  requestChecksumCalculation: "WHEN_REQUIRED",
  responseChecksumValidation: "WHEN_REQUIRED",
} as const;

async function hasChecksums({ client }: Client): Promise<boolean> {
  const { requestChecksumCalculation, responseChecksumValidation } = client.config;
  const used = [await requestChecksumCalculation(), await responseChecksumValidation()];
  return used.includes("WHEN_SUPPORTED");
}

async function makeClient(
  { region, pathStyle }: S3Address,
  endpoint: string | undefined,
  checksums: Partial<typeof withoutChecksums> = {},
): Promise<Client> {
  const sdk = await loadSdk();
  const chosen = region ?? process.env.AWS_REGION ?? process.env.AWS_DEFAULT_REGION;
  const config: S3ClientConfig = {
    // withRetries does the retries: it knows the progress of a transfer.
    maxAttempts: 1,
    forcePathStyle: pathStyle ?? endpoint !== undefined,
    followRegionRedirects: endpoint === undefined,
    requestHandler: { connectionTimeout, socketTimeout: idleTimeout },
    logger: { trace() {}, debug() {}, info() {}, warn() {}, error() {} },
    ...omitUndefined({ endpoint, region: chosen }),
    ...checksums,
  };
  const client = new sdk.S3Client(config);
  try {
    await client.config.region();
    return { sdk, client };
  } catch {
    // No variable or profile sets a region: AWS redirects from this one, and most other servers ignore it.
    return { sdk, client: new sdk.S3Client({ ...config, region: "us-east-1" }) };
  }
}
