/**
 * A manifest's type when only types have been checked: any field may be missing. Go reads a missing string as "", a
 * missing number as 0, and a missing list as empty.
 */
export type Loose<T> = T extends readonly (infer E)[]
  ? readonly Loose<E>[]
  : T extends object
    ? { readonly [K in keyof T]?: Loose<T[K]> }
    : T;
