import * as z from "zod";
import { InvalidModelError } from "./errors.js";

/**
 * Checks that stored JSON has the form of an estimator's schema.
 * @throws {InvalidModelError} listing what is wrong and where
 */
export function parseStored<T>(estimator: string, schema: z.ZodType<T>, json: unknown): T {
  const result = schema.safeParse(json);
  if (!result.success) throw new InvalidModelError(estimator, z.prettifyError(result.error));
  return result.data;
}
