import * as core from "zod/v4/core";

/**
 * A function that checks finite numbers, several times as fast as the schema itself. Only for schemas that have bounds or a
 * list of values; undefined for all others.
 */
export function numberCheck(schema: core.$ZodType): ((value: number) => boolean) | undefined {
  if (schema._zod.def.checks?.length && !(schema instanceof core.$ZodNumber)) return undefined;
  if (schema instanceof core.$ZodLiteral || schema instanceof core.$ZodEnum) {
    const values = schema._zod.values;
    return (value) => values.has(value);
  }
  if (schema instanceof core.$ZodNullable) return numberCheck(schema._zod.def.innerType);
  return schema instanceof core.$ZodNumber ? boundsCheck(schema) : undefined;
}

function boundsCheck(schema: core.$ZodNumber): ((value: number) => boolean) | undefined {
  let minimum = Number.NEGATIVE_INFINITY;
  let maximum = Number.POSITIVE_INFINITY;
  let above = Number.NEGATIVE_INFINITY;
  let below = Number.POSITIVE_INFINITY;
  let integer = false;
  for (const definition of checksOf(schema)) {
    if (definition.check === "greater_than") {
      const bound = Number(definition.value);
      if (definition.inclusive) minimum = Math.max(minimum, bound);
      else above = Math.max(above, bound);
    } else if (definition.check === "less_than") {
      const bound = Number(definition.value);
      if (definition.inclusive) maximum = Math.min(maximum, bound);
      else below = Math.min(below, bound);
    } else if (definition.check === "number_format" && definition.format === "safeint") {
      integer = true;
    } else {
      return undefined;
    }
  }
  return (value) =>
    value >= minimum &&
    value <= maximum &&
    value > above &&
    value < below &&
    (!integer || Number.isSafeInteger(value));
}

function checksOf(schema: core.$ZodNumber): readonly core.$ZodChecks["_zod"]["def"][] {
  // z.int() is both a schema and a check.
  const own = schema instanceof core.$ZodNumberFormat ? [schema] : [];
  const checks = [...own, ...(schema._zod.def.checks ?? [])];
  // $ZodChecks is zod's union of its own checks, discriminated by `check`.
  return checks.map((check) => (check as core.$ZodChecks)._zod.def);
}
