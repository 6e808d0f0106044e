import { InvalidParameterError } from "../errors.js";
import type { OnnxGraph } from "./onnx-graph.js";

/** Columns of numbers in one tensor. */
interface NumberBlock {
  readonly kind: "numbers";
  readonly names: readonly string[];
  readonly value: string;
}

/** A column of texts that is not encoded yet. */
interface TextBlock {
  readonly kind: "texts";
  readonly names: readonly [string];
  readonly value: string;
  /** Texts to read as other texts. */
  readonly replaced: ReadonlyMap<string, string>;
}

/** Some columns of the table at one point of the graph. */
export type Block = NumberBlock | TextBlock;

/** All columns of the table, in order. */
export type Blocks = readonly Block[];

/**
 * Joins the columns to one tensor of numbers.
 * @throws {InvalidParameterError} naming a column of texts that no step encodes
 */
export function joinColumns(graph: OnnxGraph, blocks: Blocks): string {
  const text = blocks.find(({ kind }) => kind === "texts");
  if (text !== undefined) {
    throw new InvalidParameterError(
      "steps",
      `no encoder for the column of texts ${JSON.stringify(text.names[0])}`,
      "a OneHotEncoder that encodes it",
    );
  }
  const [only] = blocks;
  if (only !== undefined && blocks.length === 1) return only.value;
  const values = blocks.map(({ value }) => value);
  return graph.add("Concat", values, "features", { attributes: { axis: { int: 1 } } });
}

/**
 * The named columns, in this order.
 * @throws {InvalidParameterError} when one of them is joined with others
 */
export function selectColumns(names: readonly string[], blocks: Blocks): Blocks {
  return names.map((name) => {
    const block = blocks.find((each) => each.names.length === 1 && each.names[0] === name);
    if (block !== undefined) return block;
    throw new InvalidParameterError(
      "steps",
      `a ColumnTransformer that takes the column ${JSON.stringify(name)} out of others after a step has joined them`,
      "a ColumnTransformer as the first step",
    );
  });
}
