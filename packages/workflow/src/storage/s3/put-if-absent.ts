import type { Content, PutOptions } from "../store.js";
import { classifyError } from "./classify-error.js";
import type { S3Connection } from "./connection.js";
import { upload } from "./upload.js";

type Upload = typeof upload;

/** Objects of up to this many bytes are sent twice to test whether a store supports `If-None-Match`. */
const maxProbeBytes = 1 << 20;

/**
 * Returns an upload that stores an object only if its key does not exist. If the server rejects or ignores the condition, two
 * concurrent writers can both succeed; `notice` is then called once.
 */
export function putIfAbsent(connection: S3Connection, notice: (message: string) => void): Upload {
  let supported: boolean | undefined;
  const noticeUnsupported = (): void => {
    if (supported === false) return;
    supported = false;
    notice(
      `${connection.server} does not support If-None-Match: two writers of the same key at the same moment can overwrite each other.`,
    );
  };
  return async (_connection, key, content, options) => {
    if (supported === false) return uploadAfterCheck(connection, key, content, options);
    try {
      const made = await upload(connection, key, content, options);
      if (
        made !== undefined &&
        supported === undefined &&
        made.bytes <= maxProbeBytes &&
        isRereadable(content)
      ) {
        // The same bytes again: only a server that ignores the condition accepts them.
        if ((await upload(connection, key, content, options)) === undefined) supported = true;
        else noticeUnsupported();
      }
      return made;
    } catch (error) {
      const { code, status } = classifyError(error);
      if (status !== 501 && code !== "NotImplemented") throw error;
      const made = await uploadAfterCheck(connection, key, content, options);
      // Only now is it certain that the server rejected the condition.
      noticeUnsupported();
      return made;
    }
  };
}

function isRereadable(content: Content): boolean {
  return content instanceof Uint8Array || typeof content === "string";
}

async function uploadAfterCheck(
  connection: S3Connection,
  key: string,
  content: Content,
  options: PutOptions,
): ReturnType<Upload> {
  const exists = await connection
    .ask(options.signal, (sdk, client, abort) =>
      client.send(new sdk.HeadObjectCommand({ Bucket: connection.bucket, Key: key }), abort),
    )
    .then(
      () => true,
      (error: unknown) => {
        if (classifyError(error).status === 404) return false;
        throw error;
      },
    );
  return exists ? undefined : upload(connection, key, content, { ...options, ifAbsent: false });
}
