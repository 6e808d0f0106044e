import { join } from "node:path";
import type { Codec } from "../../src/definition/codec.js";
import { tempDir } from "../temp-dir.js";

/** Writes a value and reads it back, from a path without an extension as in a pod. */
export async function roundTrip<T>(codec: Codec<T>, value: T): Promise<T> {
  const path = join(tempDir(), "value");
  await codec.encode(value, path);
  return codec.decode(path);
}
