import type { JsonValue } from "../model/json.js";
import type { GoType } from "./go-type.js";
import { isQuantity } from "./quantity.js";

/** What is wrong with a single value: what was expected, and how to write it. */
export interface ScalarProblem {
  readonly expected: string;
  readonly fix: string;
  /** Argo reads an empty string instead of refusing it. */
  readonly lost?: true;
}

/** Why Argo cannot decode a value into a scalar type; undefined if it can. */
export function scalarProblem(type: GoType, value: JsonValue): ScalarProblem | undefined {
  switch (type.kind) {
    case "text":
      return typeof value === "string" ? undefined : { expected: "a string", fix: quoteIt(value) };
    case "any-text":
      if (typeof value !== "object") return undefined;
      return { expected: "a string", fix: `Write it as JSON in quotes: '${short(value)}'.`, lost: true };
    case "boolean":
      if (typeof value === "boolean") return undefined;
      return { expected: "true or false", fix: "Write true or false, without quotes." };
    case "integer":
      return integerProblem(value, type.bits, type.signed);
    case "integer-or-text":
      return typeof value === "string" ? undefined : integerProblem(value, 32, true, " or a string");
    case "quantity":
      if (typeof value === "number" || (typeof value === "string" && isQuantity(value))) return undefined;
      return {
        expected: "a quantity",
        fix: "Write a number with or without a suffix, such as 500m, 2, 512Mi or 1.5Gi.",
      };
    case "time":
      if (typeof value === "string" && isTime(value)) return undefined;
      return { expected: "a time", fix: 'Write it as "2026-01-31T12:00:00Z".' };
    case "base64":
      if (typeof value === "string" && isBase64(value)) return undefined;
      return { expected: "a base64 string", fix: "Encode it, for example with base64 -w0." };
    case "amount":
      if (typeof value === "number") return undefined;
      return { expected: "a number", fix: "Write a number, without quotes." };
    default:
      return undefined;
  }
}

/** `the number 1`, `a list`: a value for messages. */
export function described(value: JsonValue): string {
  if (value === null) return "empty";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a map";
  if (typeof value === "string") return `the string ${shortText(value)}`;
  return `the ${typeof value} ${value}`;
}

function quoteIt(value: JsonValue): string {
  return typeof value === "object" ? "Write a single string here." : `Put it in quotes: "${value}".`;
}

function integerProblem(
  value: JsonValue,
  bits: 32 | 64,
  signed: boolean,
  otherwise = "",
): ScalarProblem | undefined {
  if (typeof value !== "number" || !Number.isInteger(value) || Math.abs(value) >= 1e21) {
    const whole = typeof value === "string" && /^-?\d+$/.test(value);
    return {
      expected: `a whole number${otherwise}`,
      fix: whole ? `Write ${value} without quotes.` : "Write a whole number, without quotes.",
    };
  }
  const end = 2 ** (signed ? bits - 1 : bits);
  if (value < end && value >= (signed ? -end : 0)) return undefined;
  return {
    expected: `a whole number of ${bits} bits`,
    fix: value < 0 && !signed ? "Write a number that is not negative." : "Write a number closer to 0.",
  };
}

/** Source: Go's time.Parse with time.RFC3339. */
function isTime(text: string): boolean {
  const found = /^(\d{4})-(\d\d)-(\d\d)T(\d{1,2}):(\d\d):(\d\d)(?:[.,]\d+)?(?:Z|[+-](\d\d):(\d\d))$/.exec(
    text,
  );
  if (found === null) return false;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, offset = 0, rest = 0] = found
    .slice(1)
    .map((part) => Number(part ?? 0));
  const days = new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
  if (month < 1 || month > 12 || day < 1 || day > days) return false;
  return hour < 24 && minute < 60 && second < 60 && offset <= 24 && rest < 60;
}

/** Source: Go's encoding/base64, StdEncoding, which ignores line breaks. */
function isBase64(text: string): boolean {
  const plain = text.replace(/[\r\n]/g, "");
  return plain.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(plain);
}

function short(value: JsonValue): string {
  const text = JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

function shortText(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
}
