import type { SchemaElement } from "hyparquet";

/** What the cells of a column in a Parquet file are, as a message says it: "numbers", "texts", "timestamps", … */
export function columnType(element: SchemaElement, isNested: boolean): string {
  if (isNested || element.repetition_type === "REPEATED") return "nested values";
  const { type, logical_type: logical, converted_type: converted } = element;
  const named = namedTypes[logical?.type ?? ""] ?? namedTypes[converted ?? ""];
  return named ?? physicalTypes[type ?? ""] ?? "values of another type";
}

/** By the names of logical types, and of the older converted types. */
const namedTypes: Readonly<Record<string, string>> = {
  STRING: "texts",
  UTF8: "texts",
  ENUM: "texts",
  INTEGER: "numbers",
  DECIMAL: "numbers",
  FLOAT16: "numbers",
  DATE: "dates",
  TIME: "times of day",
  TIME_MILLIS: "times of day",
  TIME_MICROS: "times of day",
  TIMESTAMP: "timestamps",
  TIMESTAMP_MILLIS: "timestamps",
  TIMESTAMP_MICROS: "timestamps",
  INTERVAL: "intervals",
  JSON: "JSON",
  BSON: "BSON",
  UUID: "UUIDs",
  NULL: "no values",
  LIST: "nested values",
  MAP: "nested values",
  VARIANT: "nested values",
  GEOMETRY: "shapes",
  GEOGRAPHY: "shapes",
};

const physicalTypes: Readonly<Record<string, string>> = {
  BOOLEAN: "booleans",
  INT32: "numbers",
  INT64: "numbers",
  INT96: "timestamps",
  FLOAT: "numbers",
  DOUBLE: "numbers",
  BYTE_ARRAY: "bytes",
  FIXED_LEN_BYTE_ARRAY: "bytes",
};
