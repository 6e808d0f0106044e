/** What etcd takes in one request (--max-request-bytes): 1.5 MiB. The API server refuses what is larger. */
export const mostBytes = 1.5 * 1024 * 1024;

/**
 * How many bytes of a YAML text are surely part of the manifest that is sent: without comments on lines of their own and
 * indentation, which JSON has not. It counts too little rather than too much.
 */
export function leastBytes(text: string): number {
  if (text.length <= mostBytes / 3) return 0;
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
