/**
 * A manifest's type as it is before anything has been checked but types: any field may be missing. Go reads a missing
 * text as "", a missing number as 0, a missing list as an empty one.
 */
export type Loose<T> = T extends readonly (infer E)[]
  ? readonly Loose<E>[]
  : T extends object
    ? { readonly [K in keyof T]?: Loose<T[K]> }
    : T;
