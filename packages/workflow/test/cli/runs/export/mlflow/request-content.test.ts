import { expect, test } from "vitest";
import { contentOfBytes } from "../../../../../src/cli/runs/export/mlflow/request-content.js";

test.each([0, 1, 65_536, 65_537, 3_000_000])(
  "%d bytes are sent in small parts, so that a slow line is not one where nothing moves",
  async (length) => {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 7919) % 251);
    const content = contentOfBytes(bytes, "text/plain");
    const parts: Uint8Array[] = [];
    for await (const part of content.chunks()) parts.push(part);
    expect(content.bytes).toBe(length);
    expect(parts.map((part) => part.length).filter((size) => size > 65_536)).toEqual([]);
    expect(parts).toHaveLength(Math.ceil(length / 65_536));
    expect(Buffer.concat(parts).equals(bytes)).toBe(true);
  },
);
