import { UserError } from "../../definition/errors.js";
import { omitUndefined } from "../../definition/omit-undefined.js";
import { writeAtomically } from "../../files/write-atomically.js";
import { explainFileErrorAt } from "../file-error.js";
import { checkKey, joinKey } from "../object-key.js";
import type { S3Address } from "../s3-address.js";
import type { Content, OpenOptions, PutOptions, Store, StoredObject } from "../store.js";
import { classifyError, isNotFound } from "./classify-error.js";
import { connect, type S3Connection } from "./connection.js";
import { download } from "./download.js";
import { type Attempted, explainError } from "./explain-error.js";
import { putIfAbsent } from "./put-if-absent.js";
import { upload } from "./upload.js";
import { sha256Name } from "./upload-job.js";

/** The server says that more objects follow, but not where: an incomplete list must not pass for a complete one. */
class EndlessListError extends UserError {
  constructor({ displayName, server }: S3Connection) {
    super(
      `${server} does not list ${displayName.replace(/\?.*$/, "")} completely: it says that more objects follow, but not where. It may not support ListObjectsV2: use a newer version of the server.`,
    );
  }
}

/** A store in a bucket of S3 or of an S3-compatible server. Keys are relative to the address's key. */
export function s3Store(
  address: S3Address,
  { notice = () => {}, retryTimeout = 60_000, pageSize = 1000 }: OpenOptions,
): Store {
  const connection = connect(address, retryTimeout, notice);
  const prefix = address.key === "" ? "" : joinKey(address.key, "");
  const full = (key: string): string => {
    checkKey(key);
    const whole = `${prefix}${key}`;
    checkKey(whole);
    return whole;
  };

  /** Pages of objects with their full keys; throws the SDK's errors. */
  async function* pages(
    begin: string,
    { count = pageSize, signal }: { readonly count?: number; readonly signal?: AbortSignal } = {},
  ): AsyncGenerator<StoredObject[]> {
    let token: string | undefined;
    do {
      const page = await connection.ask(signal, (sdk, client, options) =>
        client.send(
          new sdk.ListObjectsV2Command({
            Bucket: connection.bucket,
            Prefix: begin,
            MaxKeys: count,
            ...omitUndefined({ ContinuationToken: token }),
          }),
          options,
        ),
      );
      yield (page.Contents ?? []).flatMap(({ Key, Size = 0, ETag = "" }) =>
        Key?.startsWith(begin) === true ? [{ key: Key, bytes: Size, version: ETag }] : [],
      );
      const next = page.IsTruncated === true ? (page.NextContinuationToken ?? "") : undefined;
      if (next === "" || (next !== undefined && next === token)) throw new EndlessListError(connection);
      token = next;
    } while (token !== undefined);
  }

  async function* wholeKeys(begin: string): AsyncGenerator<StoredObject> {
    for await (const page of pages(begin)) yield* page;
  }

  const withExplainedErrors = async <T>(
    verb: Attempted["verb"],
    key: string,
    work: () => Promise<T>,
  ): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw await explainError(error, connection, { verb, key, list: wholeKeys });
    }
  };

  const putter = putIfAbsent(connection, notice);

  return {
    address: connection.displayName.replace(/(?=\?|$)/, prefix === "" ? "" : `/${prefix.slice(0, -1)}`),
    async put(key: string, content: Content, options: PutOptions = {}) {
      const whole = full(key);
      const put = options.ifAbsent === true ? putter : upload;
      const made = await withExplainedErrors("write", whole, () => put(connection, whole, content, options));
      return made === undefined ? undefined : { key, ...made };
    },
    async get(key, file, options = {}) {
      const whole = full(key);
      const got = await withExplainedErrors("read", whole, () =>
        writeAtomically(file, (temp) => download(connection, whole, temp, options), explainFileErrorAt(file)),
      );
      return { key, ...got };
    },
    async *list(begin = "", options = {}) {
      const iterator = pages(`${prefix}${begin}`, options);
      for (;;) {
        const { done, value } = await withExplainedErrors("list", `${prefix}${begin}`, () => iterator.next());
        if (done === true) return;
        for (const object of value) yield { ...object, key: object.key.slice(prefix.length) };
      }
    },
    async head(key, { signal } = {}) {
      const whole = full(key);
      return withExplainedErrors("read", whole, async () => {
        try {
          const {
            ContentLength = 0,
            ETag = "",
            Metadata,
          } = await connection.ask(signal, (sdk, client, options) =>
            client.send(new sdk.HeadObjectCommand({ Bucket: connection.bucket, Key: whole }), options),
          );
          const sha256 = Metadata?.[sha256Name];
          return { key, bytes: ContentLength, version: ETag, ...omitUndefined({ sha256 }) };
        } catch (error) {
          if (!isNotFound(classifyError(error))) throw error;
          // The response for a missing bucket looks the same; a list request shows the difference, if it is permitted.
          await pages(whole, { count: 1, ...omitUndefined({ signal }) })
            .next()
            .catch((reason: unknown) => {
              if (classifyError(reason).status !== 403) throw reason;
            });
          return undefined;
        }
      });
    },
    async delete(key) {
      const whole = full(key);
      await withExplainedErrors("remove", whole, () =>
        connection.ask(undefined, (sdk, client) =>
          client.send(new sdk.DeleteObjectCommand({ Bucket: connection.bucket, Key: whole })),
        ),
      );
    },
    close: () => connection.close(),
  };
}
