import type { StoredCategoryImputer } from "../preprocessing/category-imputer-schema.js";
import { keptCategories } from "../preprocessing/kept-categories.js";
import type { StoredOneHotEncoder } from "../preprocessing/one-hot-encoder-schema.js";
import type { StoredSimpleImputer } from "../preprocessing/simple-imputer-schema.js";
import type { StoredStandardScaler } from "../preprocessing/standard-scaler-schema.js";
import { type Block, type Blocks, joinColumns } from "./onnx-columns.js";
import type { OnnxGraph } from "./onnx-graph.js";
import { elementType } from "./onnx-messages.js";

/** Fills in missing numbers, as `SimpleImputer` does. */
export function imputeNumbers(graph: OnnxGraph, imputer: StoredSimpleImputer, blocks: Blocks): Blocks {
  const { columns, statistics, missingValues } = imputer;
  return blocks.map((block): Block => {
    const [name = ""] = block.names;
    const fill = statistics[columns.indexOf(name)];
    if (fill === undefined || block.kind === "texts") return block;
    const number = (what: string, value: number) =>
      graph.constant(`${name}: ${what}`, [1], { type: "double", values: [value] });
    const isMissing =
      missingValues === null
        ? graph.add("IsNaN", [block.value], `${name}: is missing`)
        : graph.add("Equal", [block.value, number("means missing", missingValues)], `${name}: is missing`);
    const value = graph.add("Where", [isMissing, number("fill value", fill), block.value], `${name}: filled`);
    return { ...block, value };
  });
}

/** Fills in missing texts, as `CategoryImputer` does; the encoder that follows reads them as the fill value. */
export function imputeTexts(
  { columns, statistics, missingValues }: StoredCategoryImputer,
  blocks: Blocks,
): Blocks {
  return blocks.map((block) => {
    const fill = block.kind === "texts" ? statistics[columns.indexOf(block.names[0])] : undefined;
    if (fill === undefined || block.kind === "numbers") return block;
    return { ...block, replaced: new Map([...block.replaced, [missingValues, fill]]) };
  });
}

/** Columns of 0 and 1 for the categories, as `OneHotEncoder` makes them; zeros for an unknown category. */
export function encodeTexts(graph: OnnxGraph, encoder: StoredOneHotEncoder, blocks: Blocks): Blocks {
  return blocks.flatMap((block): Blocks => {
    if (block.kind === "numbers") return [block];
    const [name] = block.names;
    const j = encoder.columns.indexOf(name);
    if (j < 0) return [block];
    graph.describeCategories(name, [
      ...new Set([...(encoder.categories[j] ?? []), ...block.replaced.keys()]),
    ]);
    const kept = keptCategories(encoder, j);
    if (kept.length === 0) return [];
    const numberOf = new Map(kept.map((category, k) => [category, k]));
    for (const [text, read] of block.replaced) numberOf.set(text, numberOf.get(read) ?? -1);
    const numbers = graph.add("LabelEncoder", [block.value], `${name}: category`, {
      domain: "ai.onnx.ml",
      attributes: {
        keys_strings: { strings: [...numberOf.keys()] },
        values_int64s: { ints: [...numberOf.values()] },
        default_int64: { int: -1 },
      },
    });
    const each = graph.constant(`${name}: categories`, [1, kept.length], {
      type: "int64",
      values: kept.map((_, k) => k),
    });
    const isCategory = graph.add("Equal", [numbers, each], `${name}: is category`);
    const value = graph.add("Cast", [isCategory], `${name}: encoded`, {
      attributes: { to: { int: elementType.double } },
    });
    return [{ kind: "numbers", names: kept.map((category) => `${name}_${category}`), value }];
  });
}

/** (x − mean) / scale of each column, as `StandardScaler` calculates it. */
export function scaleNumbers(graph: OnnxGraph, scaler: StoredStandardScaler, blocks: Blocks): Blocks {
  const { featureNames, mean, scale, withMean } = scaler;
  const row = (name: string, values: readonly number[]) =>
    graph.constant(name, [1, values.length], { type: "double", values });
  const features = joinColumns(graph, blocks);
  const centred = withMean ? graph.add("Sub", [features, row("mean", mean)], "centred") : features;
  const value = graph.add("Div", [centred, row("scale", scale)], "scaled");
  return [{ kind: "numbers", names: featureNames, value }];
}
