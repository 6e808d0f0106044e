import type { StoredOneHotEncoder } from "./one-hot-encoder-schema.js";

/** The categories of the j-th encoded column that are not dropped. */
export function keptCategories({ categories, drop }: StoredOneHotEncoder, j: number): readonly string[] {
  const all = categories[j] ?? [];
  if (Array.isArray(drop)) return all.filter((category) => category !== drop[j]);
  return drop === "first" || (drop === "ifBinary" && all.length === 2) ? all.slice(1) : all;
}
