/**
 * A manifest's type when only types have been checked: any field may be missing. Go reads a missing string as "", a
 * missing number as 0, and a missing list as empty.
 */
export type DeepPartial<T> = T extends readonly (infer E)[]
  ? readonly DeepPartial<E>[]
  : T extends object
    ? { readonly [K in keyof T]?: DeepPartial<T[K]> }
    : T;
