import zlib from "node:zlib";
import type { Compressors } from "hyparquet";

/** How to decompress what hyparquet leaves to others. */
export const decompressors: Compressors = {
  GZIP: (bytes) => zlib.gunzipSync(bytes),
  BROTLI: (bytes) => zlib.brotliDecompressSync(bytes),
  ...zstd(),
};

/** Of Node 22.15 and newer, and thus not in Node's types of version 20. */
function zstd(): Compressors {
  const decompress: unknown = Reflect.get(zlib, "zstdDecompressSync");
  return isDecompressor(decompress) ? { ZSTD: (bytes) => decompress(bytes) } : {};
}

function isDecompressor(value: unknown): value is (bytes: Uint8Array) => Uint8Array {
  return typeof value === "function";
}
