import { readFileSync, writeFileSync } from "node:fs";
import type { Codec } from "../definition/codec.js";
import { ContractError } from "../definition/errors.js";
import { decodeUtf8 } from "./decode-utf8.js";

/** A text file in UTF-8. */
export const text: Codec<string> = utf8("text", "txt", "text/plain");

/**
 * A self-contained HTML page. Argo's UI shows it with a content security policy that blocks scripts, `data:` images and
 * external resources; inline CSS and inline SVG work.
 */
export const html: Codec<string> = utf8("html", "html", "text/html");

function utf8(format: string, extension: string, mediaType: string): Codec<string> {
  return {
    format,
    extension,
    mediaType,
    encode(value, path) {
      if (typeof value !== "string") throw new ContractError(`found ${typeof value}, expected a string.`);
      if (/\p{Surrogate}/u.test(value))
        throw new ContractError("found half a surrogate pair, which UTF-8 cannot hold.");
      writeFileSync(path, value);
    },
    decode(path) {
      return decodeUtf8(readFileSync(path));
    },
  };
}
