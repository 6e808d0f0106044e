import type * as z from "zod";
import type { ValueSource } from "./value-source.js";

export type Scalar = string | number | boolean | null;

/** A parameter that a condition reads, and the schema that decodes its text. */
export interface Operand {
  readonly source: ValueSource;
  readonly schema: z.ZodType;
}

/** A condition as data, as stored in `when` and `until`. */
export type ConditionExpression =
  | { readonly operator: "equals"; readonly operand: Operand; readonly value: Scalar }
  | { readonly operator: "isOneOf"; readonly operand: Operand; readonly values: readonly Scalar[] }
  | {
      readonly operator: "lessThan" | "atMost" | "greaterThan" | "atLeast";
      readonly operand: Operand;
      readonly value: number;
    }
  | { readonly operator: "and" | "or"; readonly conditions: readonly ConditionExpression[] }
  | { readonly operator: "not"; readonly condition: ConditionExpression };

/** A typed condition on parameters, created from a reference: `flip.result.equals("heads")`. */
export class Condition {
  constructor(readonly expression: ConditionExpression) {}

  /** True if both conditions hold. */
  and(other: Condition): Condition {
    return new Condition({ operator: "and", conditions: [this.expression, other.expression] });
  }

  /** True if at least one of both conditions holds. */
  or(other: Condition): Condition {
    return new Condition({ operator: "or", conditions: [this.expression, other.expression] });
  }

  /** True if this condition does not hold. */
  not(): Condition {
    return new Condition({ operator: "not", condition: this.expression });
  }
}

/** Every source that a condition reads. */
export function sourcesOfCondition(expression: ConditionExpression): readonly ValueSource[] {
  switch (expression.operator) {
    case "and":
    case "or":
      return expression.conditions.flatMap(sourcesOfCondition);
    case "not":
      return sourcesOfCondition(expression.condition);
    default:
      return [expression.operand.source];
  }
}

/**
 * Whether a condition holds.
 * @param read returns the decoded value of an operand
 */
export function evaluateCondition(
  expression: ConditionExpression,
  read: (operand: Operand) => unknown,
): boolean {
  switch (expression.operator) {
    case "and":
      return expression.conditions.every((condition) => evaluateCondition(condition, read));
    case "or":
      return expression.conditions.some((condition) => evaluateCondition(condition, read));
    case "not":
      return !evaluateCondition(expression.condition, read);
    case "equals":
      return read(expression.operand) === expression.value;
    case "isOneOf":
      return expression.values.some((value) => read(expression.operand) === value);
    case "lessThan":
      return Number(read(expression.operand)) < expression.value;
    case "atMost":
      return Number(read(expression.operand)) <= expression.value;
    case "greaterThan":
      return Number(read(expression.operand)) > expression.value;
    case "atLeast":
      return Number(read(expression.operand)) >= expression.value;
  }
}
