import type * as z from "zod";
import type { Codec } from "./codec.js";
import { Condition, type Operand, type Scalar } from "./condition.js";
import { DefinitionError } from "./errors.js";
import type { AnyValue } from "./port.js";
import { describeSource, type ValueSource } from "./value-source.js";

/** The parameter type of a method that does not apply to the payload: the compiler shows the text in its error. */
interface NotAllowed<Reason extends string> {
  readonly notAllowed: Reason;
}

type Comparable<T> = T extends Scalar ? T : NotAllowed<"only a string, number or boolean can be compared">;
type Measurable<T> = T extends number
  ? number
  : NotAllowed<"only a number can be less or greater than another">;

type NotAlways =
  "This value may not exist: its task has a condition. Wire it to an optional(…) input, or choose with dag.firstOf(…).";

/** A reference to a parameter that always exists when the workflow runs. `T` is the type of its value. */
export class ParameterRef<T> {
  declare readonly payload: () => T;
  declare readonly exists: "always";
  readonly kind = "parameter";

  constructor(
    readonly source: ValueSource,
    readonly schema: z.ZodType<AnyValue>,
  ) {}

  /**
   * The condition that the value equals `value`.
   * @throws {DefinitionError} for infinity, NaN or half a surrogate pair, which Argo cannot compare; the other comparisons
   *   throw it too
   */
  equals(value: Comparable<T>): Condition {
    return new Condition({ operator: "equals", operand: operandOf(this), value: scalar(this, value) });
  }

  /** The condition that the value differs from `value`. */
  notEquals(value: Comparable<T>): Condition {
    return this.equals(value).not();
  }

  /** The condition that the value is one of `values`. */
  isOneOf(values: readonly Comparable<T>[]): Condition {
    return new Condition({
      operator: "isOneOf",
      operand: operandOf(this),
      values: values.map((value) => scalar(this, value)),
    });
  }

  lessThan(value: Measurable<T>): Condition {
    return new Condition({ operator: "lessThan", operand: operandOf(this), value: finite(this, value) });
  }

  atMost(value: Measurable<T>): Condition {
    return new Condition({ operator: "atMost", operand: operandOf(this), value: finite(this, value) });
  }

  greaterThan(value: Measurable<T>): Condition {
    return new Condition({ operator: "greaterThan", operand: operandOf(this), value: finite(this, value) });
  }

  atLeast(value: Measurable<T>): Condition {
    return new Condition({ operator: "atLeast", operand: operandOf(this), value: finite(this, value) });
  }
}

/** A reference to an artifact that always exists when the workflow runs. `T` is the type that its codec reads. */
export class ArtifactRef<T> {
  declare readonly payload: () => T;
  declare readonly exists: "always";
  readonly kind = "artifact";

  constructor(
    readonly source: ValueSource,
    readonly codec: Codec<AnyValue>,
    readonly list: boolean,
  ) {}
}

/**
 * A reference to a parameter of a task with a condition: usable only for `optional(…)` inputs and in `dag.firstOf`.
 * The comparison methods exist as types only, so that the compiler's error is about `exists`.
 */
export class MaybeParameterRef<T> {
  declare readonly payload: () => T;
  declare readonly exists: NotAlways;
  declare readonly equals: (value: NotAllowed<NotAlways>) => never;
  declare readonly notEquals: (value: NotAllowed<NotAlways>) => never;
  declare readonly isOneOf: (value: NotAllowed<NotAlways>) => never;
  declare readonly lessThan: (value: NotAllowed<NotAlways>) => never;
  declare readonly atMost: (value: NotAllowed<NotAlways>) => never;
  declare readonly greaterThan: (value: NotAllowed<NotAlways>) => never;
  declare readonly atLeast: (value: NotAllowed<NotAlways>) => never;
  readonly kind = "parameter";

  constructor(
    readonly source: ValueSource,
    readonly schema: z.ZodType<AnyValue>,
  ) {}
}

/** A reference to an artifact of a task with a condition: usable only for `optional(…)` inputs and in `dag.firstOf`. */
export class MaybeArtifactRef<T> {
  declare readonly payload: () => T;
  declare readonly exists: NotAlways;
  readonly kind = "artifact";

  constructor(
    readonly source: ValueSource,
    readonly codec: Codec<AnyValue>,
    readonly list: boolean,
  ) {}
}

/** The item of a map's iteration. The fields of an object can be wired separately. */
export class ItemRef<T> extends ParameterRef<T> {
  /** A reference to one field of the item. */
  field<Name extends keyof T & string>(name: Name): ParameterRef<T[Name]> {
    return new ParameterRef({ from: "item", field: name }, this.schema);
  }
}

export type AnyParameterRef = ParameterRef<unknown> | MaybeParameterRef<unknown>;
export type AnyArtifactRef = ArtifactRef<unknown> | MaybeArtifactRef<unknown>;
export type AnyRef = AnyParameterRef | AnyArtifactRef;

/** Whether a value is a reference. */
export function isReference(value: unknown): value is AnyRef {
  return (
    value instanceof ParameterRef ||
    value instanceof ArtifactRef ||
    value instanceof MaybeParameterRef ||
    value instanceof MaybeArtifactRef
  );
}

/** Whether the reference's value may not exist, because its task has a condition. */
export function isMaybe(ref: AnyRef): boolean {
  return ref instanceof MaybeParameterRef || ref instanceof MaybeArtifactRef;
}

function operandOf({ source, schema }: Operand): Operand {
  return { source, schema };
}

function scalar({ source }: Pick<Operand, "source">, value: unknown): Scalar {
  if (typeof value === "number") return finite({ source }, value);
  if (typeof value === "string" && /\p{Surrogate}/u.test(value)) {
    throw new DefinitionError(
      `A condition compares ${describeSource(source)} with a text that has half a surrogate pair, which UTF-8 cannot hold.`,
    );
  }
  // For every T that the compiler accepts, `Comparable<T>` is the scalar itself.
  return value as Scalar;
}

function finite({ source }: Pick<Operand, "source">, value: unknown): number {
  const number = Number(value);
  if (Number.isFinite(number)) return number;
  throw new DefinitionError(
    `A condition compares ${describeSource(source)} with ${number}. Expected a finite number: Argo has neither infinity nor NaN.`,
  );
}
