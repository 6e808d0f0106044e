import * as z from "zod";
import { InvalidModelError } from "../errors.js";

/** A class whose objects come back from their stored form. */
export interface Restorable<Instance> {
  fromJSON(json: unknown): Instance;
}

const estimatorSchema = z.looseObject({ estimator: z.string() });

/**
 * The class that a stored estimator is of, or "Pipeline".
 * @param kind what is expected, such as "classifier"
 * @param classes those known, by name
 * @throws {InvalidModelError} naming what was found and what is known
 */
export function findClass<Instance>(
  kind: string,
  classes: Readonly<Record<string, Restorable<Instance>>>,
  json: unknown,
): Restorable<Instance> | "Pipeline" {
  const stored = estimatorSchema.safeParse(json);
  const name = stored.data?.estimator;
  if (name === "Pipeline") return name;
  const known = name !== undefined && Object.hasOwn(classes, name) ? classes[name] : undefined;
  if (known !== undefined) return known;
  const found = name === undefined ? `no "estimator"` : `the estimator ${JSON.stringify(name)}`;
  const names = [...Object.keys(classes), "Pipeline"].sort().join(", ");
  throw new InvalidModelError(kind, `Found ${found}, expected one of: ${names}.`);
}
