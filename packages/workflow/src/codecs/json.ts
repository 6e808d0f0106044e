import { readFileSync, writeFileSync } from "node:fs";
import type * as z from "zod";
import type { Codec } from "../definition/codec.js";
import { describeIssues } from "../definition/describe-issues.js";
import { describeSchema } from "../definition/describe-schema.js";
import { ContractError } from "../definition/errors.js";
import { decodeUtf8 } from "./decode-utf8.js";

/**
 * A JSON file, validated with a schema when it is written and when it is read.
 * @param schema may allow only values that JSON can represent: no dates, maps or functions
 */
export function json<Schema extends z.ZodType>(schema: Schema): Codec<z.output<Schema>> {
  return {
    format: "json",
    extension: "json",
    mediaType: "application/json",
    encode(value, path) {
      const text = stringify(check(schema, value));
      // A date, for example, could be written but would be read back as a string.
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
      `found text that is not JSON (${error instanceof Error ? error.message : error}).`,
    );
  }
}

function check<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new ContractError(`expected ${describeSchema(schema)}; problems: ${describeIssues(result.error)}.`);
}
