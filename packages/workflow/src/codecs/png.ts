import { readFileSync, writeFileSync } from "node:fs";
import type { Codec } from "../definition/codec.js";
import { ContractError } from "../definition/errors.js";

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** The bytes of a PNG image. */
export const png: Codec<Uint8Array> = {
  format: "png",
  extension: "png",
  mediaType: "image/png",
  encode(value, path) {
    writeFileSync(path, checkSignature(value));
  },
  decode(path) {
    return checkSignature(readFileSync(path));
  },
};

function checkSignature(bytes: Uint8Array): Uint8Array {
  if (bytes instanceof Uint8Array && signature.every((byte, i) => bytes[i] === byte)) return bytes;
  throw new ContractError("found bytes that do not begin with the PNG signature.");
}
