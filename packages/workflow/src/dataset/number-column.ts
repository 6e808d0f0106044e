import * as core from "zod/v4/core";
import { showValue } from "../definition/show-value.js";
import { BadCell, type CellReader } from "./cell.js";
import type { ColumnSchema } from "./dataset.js";
import { parseNumber } from "./parse-number.js";
import { describeCell, emptyCellReader, notAllowed, readBySchema } from "./schema-cell.js";

/** Reads the cells of a column of numbers. An empty cell is NaN if the schema allows it. */
export function numberCellReader(schema: ColumnSchema): CellReader<number> {
  const expected = describeCell(schema);
  const readEmptyCell = emptyCellReader(schema, Number.NaN);
  const fits = numberCheck(schema);
  return (cell) => {
    const value = parseNumber(cell);
    if (!Number.isFinite(value)) {
      if (cell.trim() === "") return readEmptyCell(cell);
      const kind = Number.isNaN(value) ? "a number" : "a finite number";
      return new BadCell(`${showValue(cell)} is not ${kind}`, expected);
    }
    if (fits === undefined) return readBySchema(schema, value, Number.NaN);
    return fits(value) ? value : notAllowed(value, expected);
  };
}

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

const chunkLength = 65_536;

/**
 * A growing column of numbers. It grows in chunks: doubling an array would need up to three times the column's memory while
 * it is copied.
 */
export class NumberValues {
  #full: Float64Array[] = [];
  #chunk = new Float64Array(chunkLength);
  #used = 0;

  /** Sets the value after the last kept one. */
  set(value: number): void {
    this.#chunk[this.#used] = value;
  }

  /** Keeps the value that was set. */
  keep(): void {
    this.#used += 1;
    if (this.#used < chunkLength) return;
    this.#full.push(this.#chunk);
    this.#chunk = new Float64Array(chunkLength);
    this.#used = 0;
  }

  /** Returns the kept values and releases the chunks: the column is empty afterwards. */
  finish(): Float64Array {
    const values = new Float64Array(this.#full.length * chunkLength + this.#used);
    for (const [index, chunk] of this.#full.entries()) values.set(chunk, index * chunkLength);
    values.set(this.#chunk.subarray(0, this.#used), this.#full.length * chunkLength);
    this.#full = [];
    this.#chunk = new Float64Array(0);
    this.#used = 0;
    return values;
  }
}
