/** The code of a system's error, such as `ENOENT`; undefined where it is another error. */
export function errorCode(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}
