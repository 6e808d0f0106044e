import { UsageError } from "../../definition/errors.js";
import type { JsonValue } from "../../definition/json-value.js";
import type { RunSummary } from "../../history/run-summary.js";
import { typedValue } from "../../history/typed-values.js";
import { checkField, readField } from "./read-field.js";

const operators: Readonly<Record<string, (order: number) => boolean>> = {
  "=": (order) => order === 0,
  "==": (order) => order === 0,
  "!=": (order) => order !== 0,
  "<": (order) => order < 0,
  "<=": (order) => order <= 0,
  ">": (order) => order > 0,
  ">=": (order) => order >= 0,
};

/**
 * The runs that fulfil all conditions, such as `C>=0.1`, `phase=Failed` and `tag=baseline`. A run without the value fulfils
 * only `!=`.
 * @throws {UsageError} if a condition cannot be read, or no run has its name
 */
export function runsWhere(runs: readonly RunSummary[], conditions: readonly string[]): RunSummary[] {
  const tests = conditions.map((text) => conditionOf(runs, text));
  return runs.filter((run) => tests.every((test) => test(run)));
}

function conditionOf(runs: readonly RunSummary[], text: string): (run: RunSummary) => boolean {
  const [, name = "", operator = "", expected = ""] =
    /^\s*([^\s=!<>]+)\s*(==|!=|<=|>=|=|<|>)\s*(.*?)\s*$/.exec(text) ?? [];
  const holds = operators[operator];
  if (holds === undefined) {
    throw new UsageError(
      `--where ${text}: expected a name, one of =, !=, <, <=, >, >= and a value, such as --where 'C>=0.1'.`,
    );
  }
  checkField(runs, `--where ${text}`, name);
  return (run) => {
    const value = readField(run, name);
    if (value === undefined) return operator === "!=";
    // A tag is one of the run's tags; the parameters of type list are compared as JSON.
    if (name === "tag" && Array.isArray(value)) return value.includes(expected) === holds(0);
    const order = name === "started" ? timeOrder(String(value), expected) : orderOf(value, expected);
    return Number.isNaN(order) ? operator === "!=" : holds(order);
  };
}

/** Negative if the value is less than the text, 0 if they are equal; NaN if they cannot be compared. */
function orderOf(value: JsonValue, text: string): number {
  if (typeof value === "number") return text === "" ? Number.NaN : value - Number(text);
  if (typeof value === "string") return value === text ? 0 : value < text ? -1 : 1;
  return JSON.stringify(value) === JSON.stringify(typedValue(text, undefined)) ? 0 : Number.NaN;
}

/** A time without a zone is one of this machine, as lists show it. */
function timeOrder(iso: string, text: string): number {
  return Date.parse(iso) - Date.parse(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00` : text);
}
