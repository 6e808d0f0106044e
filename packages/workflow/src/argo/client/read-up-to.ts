/**
 * Reads a body of UTF-8 text up to a limit, and closes the connection if the body is longer.
 * @param limit in bytes, after decompression
 */
export async function readUpTo(
  limit: number,
  body: AsyncIterable<Uint8Array> | null,
): Promise<{ readonly text: string; readonly isWhole: boolean }> {
  const decoder = new TextDecoder();
  const parts: string[] = [];
  let bytes = 0;
  for await (const chunk of body ?? []) {
    bytes += chunk.length;
    const rest = chunk.length - Math.max(0, bytes - limit);
    parts.push(decoder.decode(chunk.subarray(0, rest), { stream: true }));
    if (bytes > limit) return { text: parts.join(""), isWhole: false };
  }
  parts.push(decoder.decode());
  return { text: parts.join(""), isWhole: true };
}
