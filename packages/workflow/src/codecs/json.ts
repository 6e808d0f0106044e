import { readFileSync, writeFileSync } from "node:fs";
import type * as z from "zod";
import type { Codec } from "../definition/codec.js";
import { ContractError } from "../definition/errors.js";
import { describeIssues, describeSchema } from "../definition/schema-text.js";
import { decodeUtf8 } from "./decode-utf8.js";

/**
 * A JSON file that is checked by a schema when it is written and when it is read.
 * @param schema of what JSON can hold: no dates, maps or functions
 */
export function json<Schema extends z.ZodType>(schema: Schema): Codec<z.output<Schema>> {
  return {
    format: "json",
    extension: "json",
    mediaType: "application/json",
    encode(value, path) {
      const text = stringify(check(schema, value));
      // A date would be written, but not be read back.
      check(schema, parse(text));
      writeFileSync(path, `${text}\n`);
    },
    decode(path) {
      return check(schema, parse(decodeUtf8(readFileSync(path))));
    },
  };
}

function stringify(value: unknown): string {
  try {
    const text = JSON.stringify(value, null, 2);
    if (text !== undefined) return text;
  } catch (error) {
    throw new ContractError(
      `expected a value that JSON can hold (${error instanceof Error ? error.message : error}).`,
    );
  }
  throw new ContractError("found nothing, expected a value that JSON can hold.");
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ContractError(
      `found text that is no JSON (${error instanceof Error ? error.message : error}).`,
    );
  }
}

function check<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new ContractError(
    `expected ${describeSchema(schema)}, found this wrong: ${describeIssues(result.error)}.`,
  );
}
