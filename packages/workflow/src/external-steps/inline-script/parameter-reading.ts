import type * as z from "zod";
import { decodeParameter } from "../../definition/parameter-text.js";

/**
 * How a parameter's text is decoded: unchanged, as JSON, or as a JSON list whose items may be JSON texts themselves, because
 * they come from a map.
 */
export type ParameterReading = "text" | "json" | "list";

/** How {@link decodeParameter} decodes a schema's texts, found by decoding a sample. */
export function parameterReading(schema: z.ZodType): ParameterReading {
  const accepting: z.ZodType = Object.create(schema, {
    safeParse: { value: (data: unknown) => ({ success: true, data }) },
  });
  const read = decodeParameter("", accepting, '["1"]');
  if (!Array.isArray(read)) return "text";
  return read[0] === 1 ? "list" : "json";
}
