import * as core from "zod/v4/core";

/** What a schema demands of finite numbers, if it demands no more than bounds or a list of values. */
export interface NumberRule {
  /** The lowest allowed number. */
  readonly low: number;
  /** The highest allowed number. */
  readonly high: number;
  readonly isWhole: boolean;
  /** The allowed numbers, if they are not all numbers, or all whole ones, from `low` to `high`. */
  readonly list?: ReadonlySet<unknown>;
}

/** The rule of a schema; undefined if the schema has other checks. */
export function numberRule(schema: core.$ZodType): NumberRule | undefined {
  if (schema._zod.def.checks?.length && !(schema instanceof core.$ZodNumber)) return undefined;
  if (schema instanceof core.$ZodLiteral || schema instanceof core.$ZodEnum) {
    return listRule(schema._zod.values);
  }
  if (schema instanceof core.$ZodNullable) return numberRule(schema._zod.def.innerType);
  return schema instanceof core.$ZodNumber ? boundsRule(schema) : undefined;
}

/** A function that checks finite numbers, several times as fast as the schema itself. */
export function ruleCheck({ low, high, isWhole, list }: NumberRule): (value: number) => boolean {
  if (list !== undefined) return (value) => list.has(value);
  return (value) => value >= low && value <= high && (!isWhole || Number.isInteger(value));
}

function listRule(values: ReadonlySet<unknown>): NumberRule {
  const numbers = [...values].filter((value) => typeof value === "number");
  const low = Math.min(...numbers);
  const high = Math.max(...numbers);
  const isWhole = numbers.every(Number.isSafeInteger);
  // Zero and its negative are one value.
  const hasAllBetween = isWhole && new Set(numbers.map((value) => value + 0)).size === high - low + 1;
  return hasAllBetween ? { low, high, isWhole } : { low, high, isWhole, list: values };
}

function boundsRule(schema: core.$ZodNumber): NumberRule | undefined {
  let low = Number.NEGATIVE_INFINITY;
  let high = Number.POSITIVE_INFINITY;
  let isWhole = false;
  for (const definition of checksOf(schema)) {
    if (definition.check === "greater_than") {
      const bound = Number(definition.value);
      low = Math.max(low, definition.inclusive ? bound : nextAbove(bound));
    } else if (definition.check === "less_than") {
      const bound = Number(definition.value);
      high = Math.min(high, definition.inclusive ? bound : -nextAbove(-bound));
    } else if (definition.check === "number_format" && definition.format === "safeint") {
      isWhole = true;
      low = Math.max(low, Number.MIN_SAFE_INTEGER);
      high = Math.min(high, Number.MAX_SAFE_INTEGER);
    } else {
      return undefined;
    }
  }
  return { low, high, isWhole };
}

function checksOf(schema: core.$ZodNumber): readonly core.$ZodChecks["_zod"]["def"][] {
  // z.int() is both a schema and a check.
  const own = schema instanceof core.$ZodNumberFormat ? [schema] : [];
  const checks = [...own, ...(schema._zod.def.checks ?? [])];
  // $ZodChecks is zod's union of its own checks, discriminated by `check`.
  return checks.map((check) => (check as core.$ZodChecks)._zod.def);
}

/** The lowest double above a number; of the largest one infinity. */
function nextAbove(value: number): number {
  if (!Number.isFinite(value)) return value === Number.NEGATIVE_INFINITY ? -Number.MAX_VALUE : value;
  if (value === 0) return Number.MIN_VALUE;
  const double = new Float64Array([value]);
  const bits = new BigInt64Array(double.buffer);
  bits[0] = (bits[0] ?? 0n) + (value > 0 ? 1n : -1n);
  return double[0] ?? value;
}
