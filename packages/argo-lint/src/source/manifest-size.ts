/** What etcd accepts in one request (--max-request-bytes): 1.5 MiB. The API server refuses more. */
export const maxBytes = 1.5 * 1024 * 1024;

/**
 * A lower bound of the bytes of a YAML text that are sent with the manifest: without comment lines and indentation, which
 * JSON does not have.
 */
export function minBytes(text: string): number {
  if (text.length <= maxBytes / 3) return 0;
  let bytes = 0;
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    let from = start;
    while (from < end && (text[from] === " " || text[from] === "\t")) from++;
    if (text[from] !== "#") bytes += end - from;
    start = end + 1;
  }
  return bytes;
}
