import { ContractError } from "../definition/errors.js";

/**
 * The text that UTF-8 bytes stand for, a byte order mark included.
 * @throws {ContractError} where the bytes are no UTF-8
 */
export function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) throw new ContractError("found bytes that are no UTF-8.");
    throw error;
  }
}
