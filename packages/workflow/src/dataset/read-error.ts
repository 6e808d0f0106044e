import { ContractError } from "../definition/errors.js";
import { errorCode } from "../files/error-code.js";
import { displayPath } from "./display-path.js";
import { encodingError } from "./encoding-error.js";
import { fileError } from "./file-error.js";

/**
 * The error to throw for an error of reading a file.
 * @param open opens the file's bytes again
 */
export async function readError(
  path: string,
  error: unknown,
  open: () => AsyncIterable<Uint8Array>,
): Promise<unknown> {
  return (
    decompressionError(path, error) ??
    (await encodingError(path, error, open)) ??
    fileError(path, error) ??
    error
  );
}

function decompressionError(path: string, error: unknown): ContractError | undefined {
  if (!(error instanceof Error && /^Z_/.test(String(errorCode(error))))) return undefined;
  return new ContractError(
    `${displayPath(path)} cannot be decompressed: ${error.message}. Expected a whole gzip file: copy or download it again.`,
  );
}
