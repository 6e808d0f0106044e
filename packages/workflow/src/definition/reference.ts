import type * as z from "zod";
import type { Codec } from "./codec.js";
import { Condition, type Operand, type Scalar } from "./condition.js";
import { DefinitionError } from "./errors.js";
import type { AnyValue } from "./port.js";
import { describeSource, type ValueSource } from "./value-source.js";

/** Stands where a method does not apply to the payload; the text is what the compiler then shows. */
interface NotAllowed<Reason extends string> {
  readonly notAllowed: Reason;
}

type Comparable<T> = T extends Scalar ? T : NotAllowed<"only a string, number or boolean can be compared">;
type Measurable<T> = T extends number
  ? number
  : NotAllowed<"only a number can be less or greater than another">;

type NotAlways =
  "This value may not exist: its task has a condition. Wire it to an optional(…) input, or choose with dag.firstOf(…).";

/** A parameter's value that will exist when the workflow runs. `T` is the type of the value. */
export class ParameterRef<T> {
  declare readonly payload: () => T;
  declare readonly exists: "always";
  readonly kind = "parameter";

  constructor(
    readonly source: ValueSource,
    readonly schema: z.ZodType<AnyValue>,
  ) {}

  /**
   * The condition that the value is this one.
   * @throws {DefinitionError} as the other comparisons: Argo cannot compare with infinity, NaN or half a surrogate pair
   */
  equals(value: Comparable<T>): Condition {
    return new Condition({ operator: "equals", operand: operandOf(this), value: scalar(this, value) });
  }

  /** The condition that the value is another one. */
  notEquals(value: Comparable<T>): Condition {
    return this.equals(value).not();
  }

  /** The condition that the value is one of these. */
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

/** An artifact that will exist when the workflow runs. `T` is what its codec gives. */
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
 * A parameter of a task with a condition: it fits `optional(…)` inputs and `dag.firstOf` only.
 * The members that it lacks are there as types, so that the compiler's complaint is about `exists`.
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

/** An artifact of a task with a condition: it fits `optional(…)` inputs and `dag.firstOf` only. */
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

/** What an iteration of a map works on. An object's fields can be wired one by one. */
export class ItemRef<T> extends ParameterRef<T> {
  /** One field of the item. */
  field<Name extends keyof T & string>(name: Name): ParameterRef<T[Name]> {
    return new ParameterRef({ from: "item", field: name }, this.schema);
  }
}

export type AnyParameterRef = ParameterRef<unknown> | MaybeParameterRef<unknown>;
export type AnyArtifactRef = ArtifactRef<unknown> | MaybeArtifactRef<unknown>;
export type AnyRef = AnyParameterRef | AnyArtifactRef;

/** Tells a reference from a plain value. */
export function isReference(value: unknown): value is AnyRef {
  return (
    value instanceof ParameterRef ||
    value instanceof ArtifactRef ||
    value instanceof MaybeParameterRef ||
    value instanceof MaybeArtifactRef
  );
}

/** Whether the reference's task may not run. */
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
  // `Comparable<T>` is the scalar itself for every T that the compiler lets through.
  return value as Scalar;
}

function finite({ source }: Pick<Operand, "source">, value: unknown): number {
  const number = Number(value);
  if (Number.isFinite(number)) return number;
  throw new DefinitionError(
    `A condition compares ${describeSource(source)} with ${number}. Expected a finite number: Argo has neither infinity nor NaN.`,
  );
}
