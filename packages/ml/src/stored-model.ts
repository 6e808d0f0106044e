import * as z from "zod";
import { InvalidModelError } from "./errors.js";

/**
 * Checks stored JSON against an estimator's schema.
 * @param estimator names the class in the error
 * @throws {InvalidModelError} listing the errors and their paths
 */
export function parseStored<T>(estimator: string, schema: z.ZodType<T>, json: unknown): T {
  const result = schema.safeParse(json);
  if (!result.success) throw new InvalidModelError(estimator, z.prettifyError(result.error));
  return result.data;
}
