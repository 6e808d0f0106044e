import type { Content, PutOptions } from "../store.js";
import { classifyError } from "./classify-error.js";
import type { S3Connection } from "./connection.js";
import { upload } from "./upload.js";

type Upload = typeof upload;

/** Up to how many bytes are sent twice to see whether a store knows `If-None-Match`. */
const probed = 1 << 20;

/**
 * Puts an object only where none is. Where a server refuses the condition, or does not heed it, two writers in the same moment can
 * both win, and the person is told so, once.
 */
export function putIfAbsent(connection: S3Connection, notice: (message: string) => void): Upload {
  let heeded: boolean | undefined;
  const unheeded = (): void => {
    if (heeded === false) return;
    heeded = false;
    notice(
      `${connection.server} does not know If-None-Match: two that write the same key at the same moment are not kept apart.`,
    );
  };
  return async (_connection, key, content, options) => {
    if (heeded === false) return plainly(connection, key, content, options);
    try {
      const made = await upload(connection, key, content, options);
      if (made !== undefined && heeded === undefined && made.bytes <= probed && isTwiceReadable(content)) {
        // The same bytes again: only a server that does not heed the condition takes them.
        if ((await upload(connection, key, content, options)) === undefined) heeded = true;
        else unheeded();
      }
      return made;
    } catch (error) {
      const { code, status } = classifyError(error);
      if (status !== 501 && code !== "NotImplemented") throw error;
      const made = await plainly(connection, key, content, options);
      // Only now is it sure that the condition was what the server refused.
      unheeded();
      return made;
    }
  };
}

function isTwiceReadable(content: Content): boolean {
  return content instanceof Uint8Array || typeof content === "string";
}

async function plainly(
  connection: S3Connection,
  key: string,
  content: Content,
  options: PutOptions,
): ReturnType<Upload> {
  const there = await connection
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
  return there ? undefined : upload(connection, key, content, { ...options, ifAbsent: false });
}
