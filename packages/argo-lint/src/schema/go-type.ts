/** The allowed values of a string, and what happens to others. */
export interface Values {
  readonly known: readonly string[];
  /** `argo lint`, as written; the controller, because it cannot create a pod; or nobody, and the value has no effect. */
  readonly refusedBy: "argo lint" | "controller" | "nobody";
}

/** A type that Argo decodes a value into, as far as it determines which values are accepted. */
export type GoType =
  | { readonly kind: "struct"; readonly name: string; readonly fields: ReadonlyMap<string, GoType> }
  | { readonly kind: "list"; readonly of: GoType }
  | { readonly kind: "map"; readonly of: GoType }
  | { readonly kind: "text"; readonly values?: Values }
  /** A string that may be written as a number or boolean: the value of a parameter. */
  | { readonly kind: "any-text" }
  | { readonly kind: "boolean" }
  /** From `-2 ** (bits - 1)`, or from 0 if unsigned. */
  | { readonly kind: "integer"; readonly bits: 32 | 64; readonly signed: boolean }
  | { readonly kind: "integer-or-text" }
  | { readonly kind: "amount" }
  | { readonly kind: "quantity" }
  | { readonly kind: "time" }
  | { readonly kind: "base64" }
  /** A map of any content. Another rule checks the number of its keys. */
  | { readonly kind: "plugin" }
  /** A group of parallel steps: see check-shape.ts. */
  | { readonly kind: "steps"; readonly of: GoType }
  | { readonly kind: "anything" };
