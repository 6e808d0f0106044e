import { isAscii, isUtf8 } from "node:buffer";

/** Checks that bytes are UTF-8, chunk by chunk. */
export class Utf8Check {
  #decoder = new TextDecoder("utf-8", { fatal: true });
  #isWithinCharacter = false;

  /** @throws {TypeError} of TextDecoder */
  add(chunk: Uint8Array): void {
    const endsWithinCharacter = (chunk[chunk.length - 1] ?? 0) > 127;
    if (!this.#isWithinCharacter && !endsWithinCharacter && (isAscii(chunk) || isUtf8(chunk))) return;
    this.#decoder.decode(chunk, { stream: true });
    this.#isWithinCharacter = endsWithinCharacter;
  }

  /** @throws {TypeError} of TextDecoder, if the bytes end within a character */
  end(): void {
    this.#decoder.decode();
  }
}

/** The bytes up to the last one that ends a character. */
export function wholeCharacters(bytes: Buffer): Buffer {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes;
    if (byte < 0xc0) continue;
    const length = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
    return length > back ? bytes.subarray(0, bytes.length - back) : bytes;
  }
  return bytes;
}
