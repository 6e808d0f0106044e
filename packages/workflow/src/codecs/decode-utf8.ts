import { ContractError } from "../definition/errors.js";

/**
 * Decodes UTF-8. A byte order mark is kept.
 * @throws {ContractError} if the bytes are not UTF-8
 */
export function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) throw new ContractError("found bytes that are not UTF-8.");
    throw error;
  }
}
